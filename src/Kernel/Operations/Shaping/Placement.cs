using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A tensor in its place among zeros of a larger shape: the transpose of picking it out. What has one place is added.
/// </summary>
internal sealed class Placement(Region region, Shape shape, string name = "place") : Linear
{
    public override string Name => name;

    public override Notation Notation { get; } = new(name, name + "({0})", "{0}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var whole = x.EmptyLike(x.DType, shape);
        whole.Backend.Fill(whole.View, 0);
        if (region.Overlaps)
        {
            Add(x.Detach(), whole);
        }
        else
        {
            whole.Backend.Copy(x.View, new(whole.Storage, region.Pick(whole.Layout)));
        }

        return whole;
    }

    private void Add(Tensor x, Tensor whole)
    {
        var places = Tensor.Arange(0, (int)whole.Count, device: x.Device);
        var taken = new Tensor(places.Storage, region.Pick(whole.Layout));
        var count = (int)x.Count;
        whole.Backend.ScatterAdd(
            x.Reshape([count]).View, 0, taken.Reshape([count]).View, new(whole.Storage, places.Layout));
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => region.Apply(gradient);
}
