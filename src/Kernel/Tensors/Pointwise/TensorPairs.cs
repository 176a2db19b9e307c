using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Functions of two or three tensors, element by element; shapes broadcast, dtypes promote.</summary>
public static class TensorPairs
{
    extension(Tensor x)
    {
        /// <summary>The greater of two; NaN if either is. At a tie each has half of the derivative.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Maximum(Tensor other) => Binary<Maximum>.Apply(x, other);

        /// <summary>The smaller of two; NaN if either is. At a tie each has half of the derivative.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Minimum(Tensor other) => Binary<Minimum>.Apply(x, other);

        /// <summary>
        /// The greater of two, or the only one that is not NaN. At a tie the derivative is the first's.
        /// </summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Fmax(Tensor other) => Binary<Fmax>.Apply(x, other);

        /// <summary>
        /// The smaller of two, or the only one that is not NaN. At a tie the derivative is the first's.
        /// </summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Fmin(Tensor other) => Binary<Fmin>.Apply(x, other);

        /// <summary>
        /// What is left after whole multiples of another, with the other's sign, as Python's <c>%</c>.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// The shapes do not broadcast, or of whole numbers the other has a 0.
        /// </exception>
        public Tensor Remainder(Tensor other) => Divide<Remainder>(x, other);

        /// <summary>What is left after whole multiples of a number, with its sign, as Python's <c>%</c>.</summary>
        /// <exception cref="ArgumentException">Of whole numbers, the other is 0.</exception>
        public Tensor Remainder(Scalar other) => Divide<Remainder>(x, other);

        /// <summary>
        /// What is left after whole multiples of another, with this one's sign, as C#'s <c>%</c>.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// The shapes do not broadcast, or of whole numbers the other has a 0.
        /// </exception>
        public Tensor Fmod(Tensor other) => Divide<Fmod>(x, other);

        /// <summary>
        /// What is left after whole multiples of a number, with this one's sign, as C#'s <c>%</c>.
        /// </summary>
        /// <exception cref="ArgumentException">Of whole numbers, the other is 0.</exception>
        public Tensor Fmod(Scalar other) => Divide<Fmod>(x, other);

        /// <summary>The quotient rounded down, as Python's <c>//</c>; derivative 0.</summary>
        /// <exception cref="ArgumentException">
        /// The shapes do not broadcast, or of whole numbers the other has a 0.
        /// </exception>
        public Tensor FloorDivide(Tensor other) => Divide<FloorDivide>(x, other);

        /// <summary>The quotient rounded down, as Python's <c>//</c>; derivative 0.</summary>
        /// <exception cref="ArgumentException">Of whole numbers, the other is 0.</exception>
        public Tensor FloorDivide(Scalar other) => Divide<FloorDivide>(x, other);

        /// <summary>
        /// The quotient, as it is or rounded; then whole numbers stay whole and the derivative is 0.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// The shapes do not broadcast, or of whole numbers the other has a 0.
        /// </exception>
        public Tensor Div(Tensor other, RoundingMode roundingMode = RoundingMode.None) => roundingMode switch
        {
            RoundingMode.Floor => x.FloorDivide(other),
            RoundingMode.Trunc => x.TruncDivide(other),
            _ => x / other,
        };

        /// <summary>The quotient by a number, as it is or rounded.</summary>
        /// <exception cref="ArgumentException">Of whole numbers, the other is 0.</exception>
        public Tensor Div(Scalar other, RoundingMode roundingMode = RoundingMode.None) =>
            roundingMode switch
            {
                RoundingMode.Floor => x.FloorDivide(other),
                RoundingMode.Trunc => Divide<TruncDivide>(x, other),
                _ => x / x.Number(other),
            };

        /// <summary>0 where negative, 1 where positive, the other where 0; derivatives 0.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Heaviside(Tensor other) => Binary<Heaviside>.Apply(x, other);

        /// <summary>x + weight·(end − x).</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Lerp(Tensor end, Tensor weight) => Operations.Lerp.Between(x, end, weight);

        /// <summary>x + weight·(end − x).</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Lerp(Tensor end, Scalar weight) => Operations.Lerp.Between(x, end, x.Number(weight));

        /// <summary>x + value·tensor1·tensor2.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Addcmul(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
            Operations.Addcmul.Of(x, tensor1, tensor2, value ?? 1);

        /// <summary>x + value·tensor1/tensor2.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Addcdiv(Tensor tensor1, Tensor tensor2, Scalar? value = null) =>
            Operations.Addcdiv.Of(x, tensor1, tensor2, value ?? 1);

        /// <summary>x, but a number where a mask holds; the mask broadcasts.</summary>
        /// <exception cref="ArgumentException">The mask is not Bool, or the shapes do not broadcast.</exception>
        public Tensor MaskedFill(Tensor mask, Scalar value)
        {
            OneDevice.Require("masked_fill", x, mask);
            return Operations.Where.Of(
                mask, x.Number(x.DType.IsReal ? value : value.ToWhole("masked_fill")).To(x.DType), x);
        }

        /// <summary>x, but the only element of another tensor where a mask holds; the mask broadcasts.</summary>
        /// <exception cref="ArgumentException">
        /// The mask is not Bool, the value not one number, or the shapes do not broadcast.
        /// </exception>
        public Tensor MaskedFill(Tensor mask, Tensor value) =>
            Operations.Where.Of(mask, value.Reshape([]).To(x.DType), x);

        internal Tensor TruncDivide(Tensor other) => Divide<TruncDivide>(x, other);
    }

    extension(Tensor)
    {
        /// <summary>a where a condition holds, else b; all three broadcast, a and b promote.</summary>
        /// <exception cref="ArgumentException">The condition is not Bool, or the shapes do not broadcast.</exception>
        public static Tensor Where(Tensor condition, Tensor a, Tensor b) => Operations.Where.Of(condition, a, b);

        /// <summary>a where a condition holds, else a number.</summary>
        /// <exception cref="ArgumentException">The condition is not Bool, or the shapes do not broadcast.</exception>
        public static Tensor Where(Tensor condition, Tensor a, Scalar b) =>
            Operations.Where.Of(condition, a, a.Number(b));

        /// <summary>A number where a condition holds, else b.</summary>
        /// <exception cref="ArgumentException">The condition is not Bool, or the shapes do not broadcast.</exception>
        public static Tensor Where(Tensor condition, Scalar a, Tensor b) =>
            Operations.Where.Of(condition, b.Number(a), b);

        /// <summary>One of two numbers by a condition; real numbers make float32.</summary>
        /// <exception cref="ArgumentException">The condition is not Bool.</exception>
        public static Tensor Where(Tensor condition, Scalar a, Scalar b) =>
            Operations.Where.Of(condition, condition.Number(a), condition.Number(b));
    }

    // By 0 there is no whole number, and what a device would make of it is nobody's business.
    private static Tensor Divide<TRule>(Tensor a, Tensor b)
        where TRule : struct, IBinaryRule<TRule>
    {
        if (a.Count > 0 && Promotion.Common(a, b) == DType.Int64)
        {
            WholeNumbers.Require(b.Detach().To(DType.Int64), new(1, 0), ByZero(TRule.Name, new(b)));
        }

        return Binary<TRule>.Apply(a, b);
    }

    private static Tensor Divide<TRule>(Tensor a, Scalar b)
        where TRule : struct, IBinaryRule<TRule>
    {
        var number = a.Number(b);
        return b.Value == 0 && a.Count > 0 && Promotion.Common(a, number) == DType.Int64
            ? throw new ArgumentException(ByZero(TRule.Name, new(number))(0, 0))
            : Binary<TRule>.Apply(a, number);
    }

    private static Func<long, long, string> ByZero(string operation, Mention divisor) => (_, _) =>
        $"{operation}: {divisor} has a 0, by which whole numbers cannot be divided; convert one with "
        + ".To(DType.Float32) to get ∞ or NaN there";
}
