using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Arithmetic with + − * / %, element by element; shapes broadcast, dtypes promote as in PyTorch.</summary>
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
        public static Tensor operator /(Tensor a, Scalar b) => Binary<Div>.Apply(a, b);

        /// <summary>a/b; whole numbers become float32 first.</summary>
        public static Tensor operator /(Scalar a, Tensor b) => Binary<Div>.Apply(a, b);

        /// <summary>−x.</summary>
        public static Tensor operator -(Tensor x) => Unary<Neg>.Apply(x);

        /// <summary>What is left of a after whole multiples of b, with the sign of b, as in Python.</summary>
        /// <exception cref="ArgumentException">Of whole numbers, b has a 0.</exception>
        public static Tensor operator %(Tensor a, Tensor b) => a.Remainder(b);

        /// <summary>What is left of a after whole multiples of b, with the sign of b, as in Python.</summary>
        /// <exception cref="ArgumentException">Of whole numbers, b is 0.</exception>
        public static Tensor operator %(Tensor a, Scalar b) => a.Remainder(b);

        /// <summary>What is left of a after whole multiples of b, with the sign of b, as in Python.</summary>
        /// <exception cref="ArgumentException">Of whole numbers, b has a 0.</exception>
        public static Tensor operator %(Scalar a, Tensor b) => b.Number(a).Remainder(b);
    }

    extension(Tensor tensor)
    {
        /// <summary>
        /// A number as a tensor of shape [] on this one's device, for an operation alone, which does not change it. It
        /// takes this one's dtype, unless it is of a greater category: a real number beside whole ones is float32, a
        /// whole one beside truth values int64.
        /// </summary>
        internal Tensor Number(Scalar value)
        {
            var (backend, dtype) = (tensor.Backend, tensor.DTypeWith(value));
            if (!AutogradMode.SeesAllThatIsMade)
            {
                return RecentNumbers.Of(backend, dtype, value);
            }

            var number = Tensor.Empty(backend, dtype, Layout.Scalar);
            number.Backend.Fill(number.View, value);
            return number;
        }

        private DType DTypeWith(Scalar value)
        {
            var category = value.DType.IsReal ? DType.Float32 : value.DType;
            return category > tensor.DType ? category : tensor.DType;
        }
    }
}
