using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A tensor in its place among zeros of a larger shape: the transpose of picking it out.</summary>
internal sealed class Placement(Region region, Shape shape) : Linear
{
    public override string Name => "place";

    public override Notation Notation { get; } = new("place", "place({0})", "{0}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var whole = x.EmptyLike(x.DType, shape);
        whole.Backend.Fill(whole.View, 0);
        whole.Backend.Copy(x.View, new(whole.Storage, region.Pick(whole.Layout)));
        return whole;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient) => region.Apply(gradient);
}
