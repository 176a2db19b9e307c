using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Absolute values, signs, rounding and bounds, element by element.</summary>
public static class TensorRounding
{
    extension(Tensor x)
    {
        /// <summary>−x.</summary>
        public Tensor Neg() => -x;

        /// <summary>|x|.</summary>
        public Tensor Abs() => Unary<Abs>.Apply(x);

        /// <summary>−1, 0 or 1 by the sign, and 0 for NaN.</summary>
        public Tensor Sign() => x.DType == DType.Bool ? x.Clone() : Unary<Sign>.Apply(x);

        /// <summary>The greatest whole number not above x; derivative 0.</summary>
        public Tensor Floor() => Step(x, default(Floor));

        /// <summary>The least whole number not below x; derivative 0.</summary>
        public Tensor Ceil() => Step(x, default(Ceil));

        /// <summary>x without its fraction; derivative 0.</summary>
        public Tensor Trunc() => Step(x, default(Trunc));

        /// <summary>
        /// x rounded to a number of decimals (negative: to tens, hundreds, …), half to even; derivative 0.
        /// </summary>
        public Tensor Round(int decimals = 0) => Step(x, new Round(decimals));

        /// <summary>x − trunc(x).</summary>
        public Tensor Frac() => Unary<Frac>.Apply(x);

        /// <summary>x brought to [min, max]; a bound may be null. Its derivative at the bounds is 1.</summary>
        /// <exception cref="ArgumentException">Both bounds are null.</exception>
        public Tensor Clamp(Scalar? min = null, Scalar? max = null) => Bounded(x, min, max);

        /// <summary>
        /// x brought to [min, max], which broadcast; a bound may be null. At a tie the derivative is x's.
        /// </summary>
        /// <exception cref="ArgumentException">Both bounds are null, or the shapes do not broadcast.</exception>
        public Tensor Clamp(Tensor? min, Tensor? max = null) => (min, max) switch
        {
            (null, null) => Bounded(x, null, null),
            (not null, null) => x.ClampMin(min),
            (null, not null) => x.ClampMax(max),
            _ => x.ClampMin(min).ClampMax(max),
        };

        /// <summary>x, but at least min.</summary>
        public Tensor ClampMin(Scalar min) => Bounded(x, min, null);

        /// <summary>x, but at most max.</summary>
        public Tensor ClampMax(Scalar max) => Bounded(x, null, max);

        /// <summary>x, but at least min, which broadcasts; at a tie the derivative is x's.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ClampMin(Tensor min) => Binary<ClampMin>.Apply(x, min);

        /// <summary>x, but at most max, which broadcasts; at a tie the derivative is x's.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor ClampMax(Tensor max) => Binary<ClampMax>.Apply(x, max);

        /// <summary>
        /// x, but numbers in the place of NaN, ∞ and −∞: unless given, 0 and the greatest and least of the dtype.
        /// </summary>
        public Tensor NanToNum(double nan = 0, double? posinf = null, double? neginf = null) =>
            x.DType.IsReal
                ? Unary<NanToNum>.Apply(new(nan, posinf ?? double.MaxValue, neginf ?? double.MinValue), x)
                : x.Clone();

        /// <summary>|x| with the sign of another; its derivative by that is 0.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor CopySign(Tensor other) => Binary<CopySign>.Apply(x, other);

        /// <summary>|x| with the sign of a number.</summary>
        public Tensor CopySign(Scalar other) => Binary<CopySign>.Apply(x, other);
    }

    // Whole numbers are their own steps.
    private static Tensor Step<TRule>(Tensor x, TRule rule)
        where TRule : struct, IStep<TRule> => x.DType.IsReal ? Unary<TRule>.Apply(rule, x) : x.Clone();

    private static Tensor Bounded(Tensor x, Scalar? min, Scalar? max)
    {
        if (min is null && max is null)
        {
            throw new ArgumentException($"clamp: {x.Describe()} is given no bound; give min, max or both");
        }

        var low = min?.Value ?? double.NegativeInfinity;
        var high = max?.Value ?? double.PositiveInfinity;
        var isReal = min is { DType.IsReal: true } || max is { DType.IsReal: true };
        return double.IsNaN(low) || double.IsNaN(high)
            ? x * double.NaN
            : Unary<Clamp>.Apply(new(low, high), isReal ? x.Real() : x);
    }
}
