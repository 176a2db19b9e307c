using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A tensor with part of it, told by where its elements lie in a certain layout of the whole, replaced by another
/// tensor, which broadcasts. What is overwritten has gradient 0; the other one's is picked out.
/// </summary>
internal sealed class Overwrite(Layout whole, Layout part) : Operation
{
    private AsStrided Picking { get; } = new(whole, part);

    public override string Name => "copy_slices";

    public override Notation Notation { get; } = part.Shape.Count < whole.Shape.Count
        ? new("overwrite", "{0}[…] ← {1}", "{0}_{{\\ldots}} \\leftarrow {1}")
        {
            Pullbacks = ["{g}, 0 where overwritten", "{g} where overwritten"],
        }
        : new("overwrite", "{0} ← {1}", "{0} \\leftarrow {1}") { Pullbacks = ["0", "{g}"] };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (x, source) = (operands[0], operands[1]);
        var all = Tensor.Empty(x.Backend, x.DType, Layout.Contiguous([checked((int)whole.Extent)]));
        all.Backend.Copy(x.View, new(all.Storage, whole));
        all.Backend.Copy(new(source.Storage, source.Layout.Expand(part.Shape)), new(all.Storage, part));
        return new Tensor(all.Storage, whole);
    }

    internal override Keep Keeps(int operand) => Keep.Nothing;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => operand == 0
        ? Apply(gradient, gradient.Number(0))
        : Picking.Apply(gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => operand == 0
        ? Apply(tangent, tangent.Number(0))
        : new Placement(Picking, whole, part).Apply(tangent.Expand(part.Shape));
}
