using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The Kronecker product: each element of a times the whole of b, for tensors of equally many axes; linear in each.
/// </summary>
internal sealed class Kronecker : Operation
{
    public static readonly Kronecker Instance = new();

    public override string Name => "kron";

    public override Notation Notation { get; } = new("⊗", "{0}⊗{1}", "{0} \\otimes {1}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (a, b) = (operands[0].Detach(), operands[1].Detach());
        int[] lengths = [.. a.Shape.ToArray().Zip(b.Shape.ToArray(), (left, right) => left * right)];
        return (Spread(a, 0) * Spread(b, 1)).Reshape(new Shape(lengths));
    }

    internal override Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var (a, b) = (kept.ShapeOf(0), kept.ShapeOf(1));
        Shape paired = [.. Enumerable.Range(0, 2 * a.Rank).Select(axis => (axis % 2 == 0 ? a : b)[axis / 2])];
        int[] others = [.. Enumerable.Range(0, a.Rank).Select(axis => (2 * axis) + 1 - operand)];
        return (gradient.Reshape(paired) * Spread(kept[1 - operand], 1 - operand)).Sum(others);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        operand == 0 ? Apply(tangent, kept[1]) : Apply(kept[0], tangent);

    // Each axis beside one of length 1, which comes after it for the first operand, before it for the second.
    private static Tensor Spread(Tensor x, int operand) => x.Reshape(
        new Shape([.. x.Shape.ToArray().SelectMany(length => operand == 0 ? new[] { length, 1 } : [1, length])]));
}
