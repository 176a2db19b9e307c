using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Powers, roots, exponentials and logarithms; whole numbers become float32 first.</summary>
public static class TensorExponentials
{
    extension(Tensor x)
    {
        /// <summary>xᵖ; whole numbers stay whole if p is.</summary>
        /// <exception cref="ArgumentException">Whole numbers are raised to a negative whole power.</exception>
        public Tensor Pow(Scalar exponent) => Power.Apply(x, exponent);

        /// <summary>
        /// xᵖ; whole numbers stay whole if both are, and 0 stands for the fractions of negative powers.
        /// </summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Pow(Tensor exponent) => Binary<Pow>.Apply(x, exponent);

        /// <summary>x².</summary>
        public Tensor Square() => x.Pow(2);

        /// <summary>1/x.</summary>
        public Tensor Reciprocal() => Unary<Reciprocal>.Apply(x);

        /// <summary>√x.</summary>
        public Tensor Sqrt() => Unary<Sqrt>.Apply(x);

        /// <summary>1/√x.</summary>
        public Tensor Rsqrt() => Unary<Rsqrt>.Apply(x);

        /// <summary>eˣ.</summary>
        public Tensor Exp() => Unary<Exp>.Apply(x);

        /// <summary>2ˣ.</summary>
        public Tensor Exp2() => Unary<Exp2>.Apply(x);

        /// <summary>eˣ − 1, exact also near 0.</summary>
        public Tensor Expm1() => Unary<Expm1>.Apply(x);

        /// <summary>The natural logarithm.</summary>
        public Tensor Log() => Unary<Log>.Apply(x);

        /// <summary>The logarithm to base 2.</summary>
        public Tensor Log2() => Unary<Log2>.Apply(x);

        /// <summary>The logarithm to base 10.</summary>
        public Tensor Log10() => Unary<Log10>.Apply(x);

        /// <summary>log(1 + x), exact also near 0.</summary>
        public Tensor Log1p() => Unary<Log1p>.Apply(x);

        /// <summary>log(eˣ + eʸ) without overflow.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor LogAddExp(Tensor other) => Binary<LogAddExp>.Apply(x, other);

        /// <summary>log₂(2ˣ + 2ʸ) without overflow.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor LogAddExp2(Tensor other) => Binary<LogAddExp2>.Apply(x, other);

        /// <summary>x·log y, 0 where x is 0 and y is not NaN.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Xlogy(Tensor other) => Binary<Xlogy>.Apply(x, other);

        /// <summary>x·log y, 0 where x is 0 and y is not NaN.</summary>
        public Tensor Xlogy(Scalar other) => Binary<Xlogy>.Apply(x, other);

        /// <summary>x·log(1 + y), 0 where x is 0 and y is not NaN.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Xlog1py(Tensor other) => Binary<Xlog1py>.Apply(x, other);

        /// <summary>x·log(1 + y), 0 where x is 0 and y is not NaN.</summary>
        public Tensor Xlog1py(Scalar other) => Binary<Xlog1py>.Apply(x, other);
    }

    extension(Tensor)
    {
        /// <summary>A number raised to the powers in a tensor.</summary>
        public static Tensor Pow(Scalar number, Tensor exponent) => Binary<Pow>.Apply(number, exponent);

        /// <summary>x·log y for a number x, 0 where it is 0 and y is not NaN.</summary>
        public static Tensor Xlogy(Scalar number, Tensor other) => Binary<Xlogy>.Apply(number, other);

        /// <summary>x·log(1 + y) for a number x, 0 where it is 0 and y is not NaN.</summary>
        public static Tensor Xlog1py(Scalar number, Tensor other) => Binary<Xlog1py>.Apply(number, other);
    }
}
