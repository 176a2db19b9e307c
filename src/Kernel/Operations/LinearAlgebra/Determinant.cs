using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The determinant of square matrices; its derivative is the matrix of cofactors (Jacobi's formula), which exists for
/// singular matrices too.
/// </summary>
internal sealed class Determinant : Operation
{
    // Where elimination would lose more digits than a half of them, cofactors come from singular values.
    private const double SmallestPivotRatio = 1e-5;

    public static readonly Determinant Instance = new();

    public override string Name => "linalg.det";

    public override Notation Notation { get; } = new("det", "det({0})", "\\det {0}", "cof({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        new MatrixBatch(Name, operands[0]).Map((matrix, _) => new LuFactors(matrix).Determinant);

    internal override Keep Keeps(int operand) => Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        gradient.Unsqueeze(-1).Unsqueeze(-1) * Cofactors(kept[0]);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        (Cofactors(kept[0]) * tangent).Sum([-2, -1]);

    private static Tensor Cofactors(Tensor a) => IsRegular(a)
        ? Instance.Apply(a).Unsqueeze(-1).Unsqueeze(-1) * new Inverse().Apply(a).MT
        : Cofactor.Instance.Apply(a);

    private static bool IsRegular(Tensor a)
    {
        var ratios = new MatrixBatch("linalg.det", a).Map((matrix, _) => new LuFactors(matrix).PivotRatio)
            .ToArray<double>();
        return Array.TrueForAll(ratios, ratio => ratio > SmallestPivotRatio);
    }
}
