using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Arithmetic with + − × ÷, element by element; shapes broadcast, dtypes promote by PyTorch's rules.</summary>
public static class TensorOperators
{
    extension(Tensor)
    {
        /// <summary>a + b.</summary>
        public static Tensor operator +(Tensor a, Tensor b) => Binary<Add>.Apply(a, b);

        /// <summary>a + b.</summary>
        public static Tensor operator +(Tensor a, Scalar b) => Binary<Add>.Apply(a, b);

        /// <summary>a + b.</summary>
        public static Tensor operator +(Scalar a, Tensor b) => Binary<Add>.Apply(a, b);

        /// <summary>a − b.</summary>
        public static Tensor operator -(Tensor a, Tensor b) => Binary<Sub>.Apply(a, b);

        /// <summary>a − b.</summary>
        public static Tensor operator -(Tensor a, Scalar b) => Binary<Sub>.Apply(a, b);

        /// <summary>a − b.</summary>
        public static Tensor operator -(Scalar a, Tensor b) => Binary<Sub>.Apply(a, b);

        /// <summary>a·b.</summary>
        public static Tensor operator *(Tensor a, Tensor b) => Binary<Mul>.Apply(a, b);

        /// <summary>a·b.</summary>
        public static Tensor operator *(Tensor a, Scalar b) => Binary<Mul>.Apply(a, b);

        /// <summary>a·b.</summary>
        public static Tensor operator *(Scalar a, Tensor b) => Binary<Mul>.Apply(a, b);

        /// <summary>a/b; whole numbers become float32 first.</summary>
        public static Tensor operator /(Tensor a, Tensor b) => Binary<Div>.Apply(a, b);

        /// <summary>a/b; whole numbers become float32 first.</summary>
        public static Tensor operator /(Tensor a, Scalar b) => Binary<Div>.Apply(a.AsReal(), b);

        /// <summary>a/b; whole numbers become float32 first.</summary>
        public static Tensor operator /(Scalar a, Tensor b) => Binary<Div>.Apply(a, b.AsReal());

        /// <summary>−x.</summary>
        public static Tensor operator -(Tensor x) => Unary<Neg>.Apply(x);

        /// <summary>Truth values: where a &lt; b.</summary>
        public static Tensor operator <(Tensor a, Tensor b) => Comparison.Apply<Comparison.Less>("lt", a, b);

        /// <summary>Truth values: where a &gt; b.</summary>
        public static Tensor operator >(Tensor a, Tensor b) => Comparison.Apply<Comparison.Less>("gt", b, a);

        /// <summary>Truth values: where a ≤ b.</summary>
        public static Tensor operator <=(Tensor a, Tensor b) => Comparison.Apply<Comparison.LessOrEqual>("le", a, b);

        /// <summary>Truth values: where a ≥ b.</summary>
        public static Tensor operator >=(Tensor a, Tensor b) => Comparison.Apply<Comparison.LessOrEqual>("ge", b, a);

        /// <summary>Truth values: where a &lt; b.</summary>
        public static Tensor operator <(Tensor a, Scalar b) => a < a.Comparand(b);

        /// <summary>Truth values: where a &gt; b.</summary>
        public static Tensor operator >(Tensor a, Scalar b) => a > a.Comparand(b);

        /// <summary>Truth values: where a ≤ b.</summary>
        public static Tensor operator <=(Tensor a, Scalar b) => a <= a.Comparand(b);

        /// <summary>Truth values: where a ≥ b.</summary>
        public static Tensor operator >=(Tensor a, Scalar b) => a >= a.Comparand(b);
    }

    extension(Tensor tensor)
    {
        /// <summary>Truth values: where the elements are equal; NaN equals nothing.</summary>
        public Tensor EqualTo(Tensor other) => Comparison.Apply<Comparison.Equal>("eq", tensor, other);

        /// <summary>Truth values: where the elements equal a number.</summary>
        public Tensor EqualTo(Scalar other) => tensor.EqualTo(tensor.Comparand(other));

        /// <summary>A number as a tensor of shape [] beside this one: its dtype, its device.</summary>
        internal Tensor Number(Scalar value, string operation)
        {
            if (!tensor.DType.IsReal)
            {
                value = value.ToWhole(operation);
            }

            var dtype = tensor.DType == DType.Bool ? DType.Int64 : tensor.DType;
            var number = Tensor.Empty(tensor.Backend, dtype, Layout.Scalar);
            number.Backend.Fill(number.View, value);
            return number;
        }

        // A comparison keeps no dtype, so a number with a fraction may meet whole numbers.
        private Tensor Comparand(Scalar value) =>
            Tensor.Full([], value, dtype: tensor.DType.IsReal ? tensor.DType : null, device: tensor.Device);

        private Tensor AsReal() => tensor.DType.IsReal ? tensor : tensor.To(DType.Float32);
    }
}
