using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A tensor in its place among zeros of a larger one, where elements that meet add up: the transpose of picking it out.
/// </summary>
internal sealed class Placement(Linear picking, Layout whole, Layout part, string name = "place") : Linear
{
    public override string Name => name;

    /// <summary>What picks the part.</summary>
    public Linear Picking => picking;

    public override Notation Notation { get; } = new(name, name + "({0})", "{0}")
    {
        Pullbacks = ["{g} picked"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var all = Tensor.Empty(x.Backend, x.DType, Layout.Contiguous([checked((int)whole.Extent)]));
        all.Backend.Fill(all.View, 0);
        if (part.MayOverlap)
        {
            Add(x.Detach(), all);
        }
        else
        {
            all.Backend.Copy(x.View, new(all.Storage, part));
        }

        return new Tensor(all.Storage, whole);
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => Picking.Apply(gradient);

    private void Add(Tensor x, Tensor all)
    {
        var places = Tensor.Arange(0, (int)all.Count, device: x.Device);
        var taken = new Tensor(places.Storage, part);
        var count = (int)x.Count;
        all.Backend.ScatterAdd(x.Reshape([count]).View, 0, taken.Reshape([count]).View, all.View);
    }
}
