using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Logic, element by element: truth values, without a gradient. The operators take truth values, and whole numbers bit
/// by bit; the methods take every dtype, in which 0 is false and all else, NaN included, is true.
/// </summary>
public static class TensorLogic
{
    extension(Tensor)
    {
        /// <summary>Both.</summary>
        /// <exception cref="ArgumentException">An operand is real, or the shapes do not broadcast.</exception>
        public static Tensor operator &(Tensor a, Tensor b) =>
            Bitwise.Apply<Comparison.And, Bitwise.And>("bitwise_and", a, b);

        /// <summary>One at least.</summary>
        /// <exception cref="ArgumentException">An operand is real, or the shapes do not broadcast.</exception>
        public static Tensor operator |(Tensor a, Tensor b) =>
            Bitwise.Apply<Comparison.Or, Bitwise.Or>("bitwise_or", a, b);

        /// <summary>One only.</summary>
        /// <exception cref="ArgumentException">An operand is real, or the shapes do not broadcast.</exception>
        public static Tensor operator ^(Tensor a, Tensor b) =>
            Bitwise.Apply<Comparison.ExclusiveOr, Bitwise.ExclusiveOr>("bitwise_xor", a, b);

        /// <summary>Where x is false.</summary>
        /// <exception cref="ArgumentException">x is not Bool.</exception>
        public static Tensor operator !(Tensor x) => x.DType == DType.Bool
            ? x.LogicalNot()
            : throw new ArgumentException(
                $"!: {x.Describe()} is {x.DType.Text}, not truth values; x.LogicalNot() tells where it is 0");

        /// <summary>Truth values inverted, or the bits of whole numbers.</summary>
        /// <exception cref="ArgumentException">x is real.</exception>
        public static Tensor operator ~(Tensor x) => x ^ x.Number(x.DType == DType.Bool ? true : -1);
    }

    extension(Tensor x)
    {
        /// <summary>Both.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor LogicalAnd(Tensor other) => Comparison.Apply<Comparison.And>("logical_and", x, other);

        /// <summary>One at least.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor LogicalOr(Tensor other) => Comparison.Apply<Comparison.Or>("logical_or", x, other);

        /// <summary>One only.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor LogicalXor(Tensor other) => Comparison.Apply<Comparison.ExclusiveOr>("logical_xor", x, other);

        /// <summary>Where x is 0.</summary>
        public Tensor LogicalNot() => x.Eq(x.DType == DType.Bool ? false : 0);

        /// <summary>Where x is NaN.</summary>
        public Tensor IsNaN() => x.Ne(x);

        /// <summary>Where x is ∞ or −∞.</summary>
        public Tensor IsInf() => x.Detach().Abs().Eq(double.PositiveInfinity);

        /// <summary>Where x is ∞.</summary>
        public Tensor IsPosInf() => x.Eq(double.PositiveInfinity);

        /// <summary>Where x is −∞.</summary>
        public Tensor IsNegInf() => x.Eq(double.NegativeInfinity);

        /// <summary>Where x is neither NaN nor infinite.</summary>
        public Tensor IsFinite() => x.Detach().Abs() < double.PositiveInfinity;

        /// <summary>Where x has a minus sign, that of −0 included.</summary>
        public Tensor SignBit() => (x.DType.IsReal ? Tensor.OnesLike(x).CopySign(x.Detach()) : x) < 0;

        /// <summary>Where two are equal but for |x − y| ≤ atol + rtol·|y|.</summary>
        /// <param name="other">y, which broadcasts.</param>
        /// <param name="rtol">The part of |y| that they may be apart.</param>
        /// <param name="atol">How far they may be apart whatever y.</param>
        /// <param name="equalNan">Whether NaN is close to NaN.</param>
        /// <exception cref="ArgumentException">
        /// The shapes do not broadcast, or a tolerance is negative or NaN.
        /// </exception>
        public Tensor IsClose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
        {
            if (!(rtol >= 0 && atol >= 0))
            {
                throw new ArgumentException(
                    $"isclose: rtol {rtol} and atol {atol} for {x.Describe()} and {other.Describe()} must be 0 or "
                    + "more");
            }

            OneDevice.Require("isclose", x, other);
            var (a, b) = (Numbers(x), Numbers(other));
            var far = (a - b).Abs();
            var close = a.Eq(b) | ((far <= atol + (rtol * b.Abs())) & far.IsFinite());
            return equalNan ? close | (a.IsNaN() & b.IsNaN()) : close;
        }

        /// <summary>Whether all elements of two tensors, which broadcast, are close; see <c>IsClose</c>.</summary>
        /// <exception cref="ArgumentException">
        /// The shapes do not broadcast, or a tolerance is negative or NaN.
        /// </exception>
        public bool AllClose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) =>
            AreAll(x.IsClose(other, rtol, atol, equalNan));

        /// <summary>Whether two tensors have the same shape and equal elements.</summary>
        public bool Equal(Tensor other) => x.Shape == other.Shape && AreAll(x.Eq(other));
    }

    private static Tensor Numbers(Tensor x) => x.DType == DType.Bool ? x.To(DType.Int64) : x.Detach();

    private static bool AreAll(Tensor truths) => truths.Device == Device.Cpu
        ? !truths.ToArray<bool>().Contains(false)
        : truths.All().Item<bool>();
}
