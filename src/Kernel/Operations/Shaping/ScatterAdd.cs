using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Adds elements at whole-number positions along an axis of zeros: the transpose of gathering them.</summary>
internal sealed class ScatterAdd(int axis, Tensor index, Shape shape) : Linear
{
    public override string Name => "scatter_add";

    public override Notation Notation { get; } = new("scatter", "scatter({0})", "{0}")
    {
        Pullbacks = ["{g} picked"],
    };

    internal override Tensor? Companion => index;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, shape);
        y.Backend.Fill(y.View, 0);
        y.Backend.ScatterAdd(operands[0].View, axis, index.View, y.View);
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new Gather(axis, index).Apply(gradient);
}
