using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The root of the variance along some axes; its derivative is 0 where it is 0.</summary>
internal sealed class StandardDeviation(double correction, Axes axes, Shape result) : Aggregate(axes, result)
{
    public override string Name => "std";

    public override Notation Notation { get; } = new("std", "std({0})", "\\operatorname{{std}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        new Variance(correction, Axes, Result).Evaluate(operands).Sqrt();

    private protected override Tensor Slope(in Kept kept)
    {
        var (x, y) = (kept[0], StandingOutput(kept));
        var isZero = y.Eq(0).To(y.DType);
        var scale = (1 - isZero) / ((y + isZero) * (Axes.CountIn(x.Shape) - correction));
        return (x - MeanOf(x)) * scale;
    }
}
