using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A user's pointwise operation: its value, and its derivative as a factor.</summary>
internal sealed class SlopeFunction(
    string name, Func<Tensor, Tensor> value, Func<Tensor, Tensor, Tensor> slope) : Operation
{
    public override string Name => name;

    public override Notation Notation { get; } = CustomFunction.Written(name);

    internal override bool IsCustom => true;

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0].Detach();
        var y = CustomFunction.Unrecorded(() => value(x));
        return y.Shape == x.Shape
            ? new Tensor(y.Storage, y.Layout)
            : throw new InvalidOperationException(
                $"{name}: its value is {y.Shape} for an operand {x.Shape}, but a slope belongs to a function of single "
                + "elements. Give it with forward and backward instead.");
    }

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => Slope(kept) * gradient;

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Slope(kept) * tangent;

    private Tensor Slope(in Kept kept)
    {
        var (x, y) = (kept[0], kept.Output);
        var factor = BackwardScope.Outside(() => slope(x, y));
        return factor.DType == x.DType && factor.Shape == x.Shape
            ? factor
            : throw new InvalidOperationException(
                $"{kept.Node}: its slope is {factor.Shape} {factor.DType.Text} for an operand {x.Shape} "
                + $"{x.DType.Text}; they must agree");
    }
}
