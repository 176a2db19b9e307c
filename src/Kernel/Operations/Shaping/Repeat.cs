using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A tensor laid side by side, so and so often along each axis; its transpose sums the copies.</summary>
internal sealed class Repeat(int[] counts) : Linear
{
    public override string Name => "repeat";

    public override Notation Notation { get; } = new("repeat", "repeat({0})", "\\operatorname{{repeat}}({0})")
    {
        Pullbacks = ["sum of {g} over the copies"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var x = operands[0];
        var y = x.EmptyLike(x.DType, new Shape([.. counts.Select((count, axis) => checked(count * x.Shape[axis]))]));
        var copies = Interleaved(x.Shape, copies: true);
        var source = x.Layout.Reshape(Interleaved(x.Shape, copies: false))!.Expand(copies);
        y.Backend.Copy(new(x.Storage, source), new(y.Storage, y.Layout.Reshape(copies)!));
        return y;
    }

    private protected override Tensor Transpose(in Kept kept, Tensor gradient)
    {
        int[] copies = [.. Enumerable.Range(0, counts.Length).Select(axis => 2 * axis)];
        return gradient.Reshape(Interleaved(kept.ShapeOf(0), copies: true)).Sum(copies);
    }

    // Before each axis one that counts the copies along it, or its place.
    private Shape Interleaved(Shape shape, bool copies) =>
        new([.. counts.SelectMany((count, axis) => new[] { copies ? count : 1, shape[axis] })]);
}
