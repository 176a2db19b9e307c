using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// Part of a tensor, told by where its elements lie when the tensor has a certain layout; a view if it has that. Its
/// transpose adds a gradient up where the elements are.
/// </summary>
internal sealed class AsStrided(Layout whole, Layout part) : Linear
{
    public override string Name => "as_strided";

    public override Notation Notation { get; } = new("view", "view({0})", "{0}")
    {
        Pullbacks = ["{g} into its place, 0 elsewhere"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        if (x.Layout.Strides.SequenceEqual(whole.Strides))
        {
            return new Tensor(x.Storage, part.Move(x.Layout.Offset - whole.Offset));
        }

        var copy = Tensor.Empty(x.Backend, x.DType, Layout.Contiguous([checked((int)whole.Extent)]));
        copy.Backend.Copy(x.View, new(copy.Storage, whole));
        return new Tensor(copy.Storage, part);
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new Placement(this, whole, part).Apply(gradient);
}
