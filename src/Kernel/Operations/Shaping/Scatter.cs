using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A tensor with elements replaced at whole-number positions along an axis; of several for one, the last stays. What is
/// replaced has gradient 0; that of the others is gathered.
/// </summary>
internal sealed class Scatter(string name, int axis, Tensor index) : Operation
{
    public override string Name => name;

    public override Notation Notation { get; } = new(
        name, name + "({0}, {1})", "\\operatorname{{" + name.Replace("_", "\\_") + "}}({0}, {1})")
    {
        Pullbacks = ["{g}, 0 where overwritten", "{g} where overwritten"],
    };

    internal override Tensor? Companion => index;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].Converted(operands[0].DType);
        var source = operands[1];
        y.Backend.Scatter(new(source.Storage, source.Layout.Expand(index.Shape)), axis, index.View, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Nothing;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => operand == 0
        ? Apply(gradient, gradient.Number(0))
        : new Gather(axis, index).Apply(gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => operand == 0
        ? Apply(tangent, tangent.Number(0))
        : Apply(tangent.EmptyLike(tangent.DType, kept.ShapeOf(0)).Zero_(), tangent);
}
