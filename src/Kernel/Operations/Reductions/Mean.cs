using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The mean along some axes, given a shape with or without them.</summary>
internal sealed class Mean(Axes axes, Shape result) : Linear
{
    public override string Name => "mean";

    public override Notation Notation { get; } = new("mean", "mean({0})", "\\overline{{{0}}}", "1/n")
    {
        Pullbacks = ["{g}/n repeated"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = axes.Reduce<Sum.Kernel>(operands[0], result);
        Binary<Div>.ApplyInPlace(y, y.Number(axes.CountIn(operands[0].Shape)));
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient)
    {
        var shape = kept.ShapeOf(0);
        return (gradient / axes.CountIn(shape)).Reshape(axes.Reduced(shape)).Expand(shape);
    }
}
