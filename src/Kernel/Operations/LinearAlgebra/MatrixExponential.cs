using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// eᴬ. The derivative in a direction E is the upper right block of the exponential of [A E; 0 A] (N. Higham, "Functions
/// of Matrices", 2008, 3.16).
/// </summary>
internal sealed class MatrixExponential : Operation
{
    public static readonly MatrixExponential Instance = new();

    public override string Name => "linalg.matrix_exp";

    public override Notation Notation { get; } = new("exp", "exp({0})", "e^{{{0}}}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        return batch.Map(batch.Rows, batch.Rows, (matrix, _) => ScalingAndSquaring.Exponential(matrix));
    }

    internal override Keep Keeps(int operand) => Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => Derivative(kept[0].MT, gradient);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Derivative(kept[0], tangent);

    private static Tensor Derivative(Tensor a, Tensor direction)
    {
        var n = a.Shape[^1];
        Shape doubled = [.. a.Shape.Lengths[..^2], 2 * n, 2 * n];
        var upperRight = Packing.Block("derivative", 0, n, n, n);
        var packing = new Packing(
            doubled, Packing.Block("A", 0, n, 0, n), upperRight, Packing.Block("A", n, n, n, n));
        return upperRight.Apply(Instance.Apply(packing.Join(a, direction, a)));
    }
}
