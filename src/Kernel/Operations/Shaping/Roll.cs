using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The elements moved along an axis, those that leave at the end coming in at the start; its transpose rolls back.
/// </summary>
internal sealed class Roll(int axis, int shift) : Linear
{
    public override string Name => "roll";

    public override Notation Notation { get; } = new("roll", "roll({0})", "\\operatorname{{roll}}({0})")
    {
        Pullbacks = ["{g} rolled back"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var y = x.EmptyLike(x.DType, x.Shape);
        var length = x.Shape[axis];
        var start = length == 0 ? 0 : ((shift % length) + length) % length;
        Copy(0, start, length - start);
        Copy(length - start, 0, start);
        return y;

        void Copy(int from, int to, int count) => y.Backend.Copy(
            new(x.Storage, x.Layout.Slice(axis, from, count)), new(y.Storage, y.Layout.Slice(axis, to, count)));
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) =>
        new Roll(axis, -shift).Apply(gradient);
}
