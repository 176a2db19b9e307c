using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Elements picked by whole-number positions along an axis; its transpose adds them back where they came from.
/// </summary>
internal sealed class Gather(int axis, Tensor index, string name = "gather") : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "{0}_i")
    {
        Pullbacks = ["{g} added where it was picked, 0 elsewhere"],
    };

    internal override Tensor? Companion => index;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, index.Shape);
        y.Backend.Gather(operands[0].View, axis, index.View, y.View);
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new ScatterAdd(axis, index, kept.ShapeOf(0)).Apply(gradient);
}
