namespace NotebookGrad.Operations;

/// <summary>Quantiles: elements of sorted lines at fractional positions, and what is between two of them.</summary>
internal sealed class QuantileRule
{
    private readonly string name;
    private readonly string interpolation;
    private readonly bool ignoresNaN;

    /// <exception cref="ArgumentException">The interpolation is unknown.</exception>
    public QuantileRule(string name, string interpolation, bool ignoresNaN)
    {
        (this.name, this.interpolation, this.ignoresNaN) = (name, interpolation, ignoresNaN);
        if (interpolation is not ("linear" or "lower" or "higher" or "nearest" or "midpoint"))
        {
            throw new ArgumentException(
                $"{name}: interpolation \"{interpolation}\" is unknown; it is \"linear\", \"lower\", \"higher\", "
                    + "\"nearest\" or \"midpoint\"");
        }
    }

    /// <summary>The quantiles along an axis, or of all elements.</summary>
    public Tensor Apply(Tensor x, Tensor q, int? dim, bool keepDim)
    {
        Check(x, q);
        var lines = dim is null || x.Shape.Rank == 0 ? x.Flatten() : x;
        var axis = Axes.Number(name, dim is null ? lines : x, dim ?? 0);
        if (lines.Shape[axis] == 0)
        {
            throw new ArgumentException($"{name}: axis {axis} of {lines.Describe()} is empty and has no quantile");
        }

        // Lines along the innermost axis, and there one place for each fraction.
        var sorted = lines.Sort(axis).Values.MoveDim(axis, -1);
        var found = At(sorted, Ranks(sorted, q));
        int[] rest = Axes.OfOrAll(name, x, dim is { } one ? [one] : null).Result(x.Shape, keepDim).ToArray();
        return q.Shape.Rank == 0 ? found.Reshape(rest) : found.MoveDim(-1, 0).Reshape([.. q.Shape, .. rest]);
    }

    private Tensor Ranks(Tensor sorted, Tensor q)
    {
        var last = sorted.Shape[^1] - 1;
        var isNaN = sorted.Detach().IsNaN();
        var fractions = q.Reshape([-1]);
        if (ignoresNaN)
        {
            return fractions * (last - isNaN.Sum(-1, keepDim: true)).ClampMin(0);
        }

        // A line with NaN has it last, and that is its every quantile.
        return (fractions * last).MaskedFill(isNaN.Any(-1, keepDim: true), last);
    }

    private Tensor At(Tensor sorted, Tensor ranks)
    {
        var places = ranks.Detach();
        switch (interpolation)
        {
            case "lower":
                return Pick(places.Floor());
            case "higher":
                return Pick(places.Ceil());
            case "nearest":
                return Pick(places.Round());
            case "midpoint":
                return Pick(places.Floor()).Lerp(Pick(places.Ceil()), 0.5);
            default:
                return Pick(places.Floor()).Lerp(Pick(places.Ceil()), ranks - places.Floor());
        }

        Tensor Pick(Tensor at) => sorted.Gather(-1, at.To(DType.Int64));
    }

    private void Check(Tensor x, Tensor q)
    {
        if (q.DType != x.OnlyReal(name).DType || q.Shape.Rank > 1)
        {
            throw new ArgumentException(
                $"{name}: fractions {q.Describe()} {q.DType.Text} do not fit {x.Describe()} {x.DType.Text}; they must "
                    + "be [] or [n] of its dtype");
        }

        OneDevice.Require(name, x, q);
        foreach (var fraction in q.Detach().ToArray<double>())
        {
            if (!(fraction is >= 0 and <= 1))
            {
                throw new ArgumentException($"{name}: {fraction} is not a fraction from 0 to 1");
            }
        }
    }
}
