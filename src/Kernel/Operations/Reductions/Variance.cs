using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Σ(x − mean)²/(n − correction) along some axes.</summary>
internal sealed class Variance(double correction, Axes axes, Shape result) : Aggregate(axes, result)
{
    public override string Name => "var";

    public override Notation Notation { get; } = new("var", "var({0})", "\\operatorname{{var}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach();
        var squares = Axes.Reduce<Sum.Kernel>((x - MeanOf(x)).Pow(2), Result);
        return squares / Math.Max(0, Axes.CountIn(x.Shape) - correction);
    }

    internal override Keep Keeps(int operand) => Keep.Operand0;

    private protected override Tensor Slope(in Kept kept) =>
        (kept[0] - MeanOf(kept[0])) * (2 / (Axes.CountIn(kept.ShapeOf(0)) - correction));
}
