using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The elements in the opposite order along some axes; its own inverse and transpose.</summary>
internal sealed class Flip(int[] axes) : Linear
{
    public override string Name => "flip";

    public override Notation Notation { get; } = new("flip", "flip({0})", "\\operatorname{{flip}}({0})")
    {
        Pullbacks = ["{g} flipped"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var reversed = axes.Aggregate(x.Layout, (layout, axis) => layout.Reverse(axis));
        return new Tensor(x.Storage, reversed).Converted(x.DType);
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => Apply(gradient);
}
