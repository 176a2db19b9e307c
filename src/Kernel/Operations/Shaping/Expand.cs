using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Broadcasting as an operation: stretches axes of length 1 and adds new ones in front, as a view; transpose of a sum.
/// </summary>
internal sealed class Expand(Shape shape) : Linear
{
    public override string Name => "expand";

    public override Notation Notation { get; } = new("expand", "expand({0})", "{0}")
    {
        Pullbacks = ["sum of {g}"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
        => new(operands[0].Storage, operands[0].Layout.Expand(shape));

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => gradient.SumTo(kept.ShapeOf(0));
}
