using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The elements at positions that a search along an axis has found: max, median, sort and their like. Gradients go to
/// those elements alone.
/// </summary>
/// <param name="name">The search.</param>
/// <param name="axis">The axis.</param>
/// <param name="index">Positions along it.</param>
/// <param name="result">The index's shape, or that without the axis.</param>
internal sealed class Found(string name, int axis, Tensor index, Shape result) : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "\\operatorname{{" + name + "}}({0})")
    {
        Pullbacks = ["{g} into its place, 0 elsewhere"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, result);
        y.Backend.Gather(operands[0].View, axis, index.View, new(y.Storage, y.Layout.Reshape(index.Shape)!));
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new ScatterAdd(axis, index, kept.ShapeOf(0)).Apply(gradient.Reshape(index.Shape));
}
