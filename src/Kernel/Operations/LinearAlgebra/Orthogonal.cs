using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A = Q·R with orthonormal columns and an upper triangle; both side by side. The derivative, by S. Walter and L.
/// Lehmann, "Algorithmic differentiation of linear algebra functions", 2010: Qᵀ·dQ = Ω is skew, and its lower triangle
/// is that of Qᵀ·dA·R⁻¹ for the first columns of A, those of the square part of R; dR = Qᵀ·dA − Ω·R.
/// </summary>
internal sealed class Orthogonal : Operation
{
    private readonly Packing packing;
    private readonly Region columns;
    private readonly bool isDifferentiable;

    public Orthogonal(Shape matrices, bool complete)
    {
        var (m, n) = (matrices[^2], matrices[^1]);
        var k = complete ? m : Math.Min(m, n);
        isDifferentiable = k <= n;
        columns = Packing.Block("columns", 0, m, 0, k);
        packing = new(
            [.. matrices.Lengths[..^2], m, k + n],
            Packing.Block("Q", 0, m, 0, k),
            Packing.Block("R", 0, k, k, n));
    }

    public override string Name => "linalg.qr";

    public override Notation Notation { get; } = new("qr", "qr({0})", "\\operatorname{{qr}}({0})");

    /// <summary>Q.</summary>
    public Tensor Q(Tensor packed) => packing.Part(packed, 0);

    /// <summary>R.</summary>
    public Tensor R(Tensor packed) => packing.Part(packed, 1);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        var k = packing.Shape[^1] - batch.Columns;
        return batch.Map(batch.Rows, k + batch.Columns, (matrix, _) => Householder.Factor(matrix, k));
    }

    internal override Keep Keeps(int operand) => Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var (q, r, square) = Parts(kept);
        var (gradQ, gradR) = (Q(gradient), R(gradient).Triu());
        var turn = (q.MT.MatMul(gradQ) - gradR.MatMul(r.MT)).Skew().Tril(-1);
        var first = q.MatMul(turn) + gradQ.Outside(q);
        var bySquare = Linalg.SolveTriangular(square.MT, first, upper: false, left: false);
        return q.MatMul(gradR) + columns.Placed(kept.ShapeOf(0)).Apply(bySquare);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var (q, r, square) = Parts(kept);
        var change = Linalg.SolveTriangular(
            square, tangent.Narrow(-1, 0, square.Shape[^1]), upper: true, left: false);
        var turn = q.MT.MatMul(change).Tril(-1).Skew();
        return packing.Join(q.MatMul(turn) + change.Outside(q), (q.MT.MatMul(tangent) - turn.MatMul(r)).Triu());
    }

    // Q, R, and the square part of R.
    private (Tensor Q, Tensor R, Tensor Square) Parts(in Kept kept)
    {
        if (!isDifferentiable)
        {
            throw new InvalidOperationException(
                "linalg.qr: with mode \"complete\" and more rows than columns Q is not unique, and has no derivative; "
                + "use mode \"reduced\"");
        }

        var r = R(kept.Output);
        return (Q(kept.Output), r, r.Narrow(-1, 0, r.Shape[^2]));
    }
}
