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
        int[] rest = keepDim && dim is null
            ? [.. Enumerable.Repeat(1, x.Shape.Rank)]
            : Axes.Of(name, x, dim ?? 0).Result(dim is null ? lines.Shape : x.Shape, keepDim).ToArray();
        return q.Shape.Rank == 0 ? found.Reshape(rest) : found.MoveDim(-1, 0).Reshape([.. q.Shape, .. rest]);
    }

    private Tensor Ranks(Tensor sorted, Tensor q)
    {
        var last = sorted.Shape[^1] - 1;
        var isNumber = sorted.Detach().Eq(sorted.Detach()).To(sorted.DType);
        var fractions = q.Reshape([-1]);
        if (ignoresNaN)
        {
            var lastNumber = (isNumber.Sum(-1, keepDim: true) - 1).Relu();
            return fractions * lastNumber;
        }

        // A line with NaN has it last, and that is its every quantile.
        var hasNone = isNumber.Select(-1, last).Unsqueeze(-1);
        return (fractions * last * hasNone) + ((1 - hasNone) * last);
    }

    private Tensor At(Tensor sorted, Tensor ranks)
    {
        var whole = ranks.Detach();
        var below = whole.To(DType.Int64);
        var rest = whole - below.To(whole.DType);
        var above = below + (rest > 0).To(DType.Int64);
        var isNearerAbove = (rest > 0.5).To(DType.Int64)
            + (rest.Eq(0.5).To(DType.Int64) * (below - (below / 2).To(DType.Int64) * 2));
        switch (interpolation)
        {
            case "lower":
                return sorted.Gather(-1, below);
            case "higher":
                return sorted.Gather(-1, above);
            case "nearest":
                return sorted.Gather(-1, below + isNearerAbove);
            default:
                var weight = interpolation == "midpoint" ? Tensor.Full(ranks.Shape, 0.5, dtype: ranks.DType, device: ranks.Device) : ranks - below.To(ranks.DType);
                var start = sorted.Gather(-1, below);
                return start + (weight * (sorted.Gather(-1, above) - start));
        }
    }

    private void Check(Tensor x, Tensor q)
    {
        if (q.DType != x.OnlyReal(name).DType || q.Shape.Rank > 1)
        {
            throw new ArgumentException(
                $"{name}: fractions {q.Describe()} {q.DType.Text} do not fit {x.Describe()} {x.DType.Text}; they must be "
                    + "[] or [n] of its dtype");
        }

        foreach (var fraction in q.Detach().ToArray<double>())
        {
            if (!(fraction is >= 0 and <= 1))
            {
                throw new ArgumentException($"{name}: {fraction} is not a fraction from 0 to 1");
            }
        }
    }
}
