using MathNet.Numerics.LinearAlgebra;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A = U·diag(s)·Vᵀ, s descending; U above s above V in one matrix. Derivative by J. Townsend, "Differentiating the
/// singular value decomposition", 2016; singular vectors beyond the shorter side are free, and have none.
/// </summary>
internal sealed class SingularValues : Operation
{
    private readonly Packing packing;
    private readonly Packing thin;

    public SingularValues(Shape matrices, bool fullMatrices)
    {
        var (m, n) = (matrices[^2], matrices[^1]);
        var k = Math.Min(m, n);
        var (left, right) = fullMatrices ? (m, n) : (k, k);
        Shape shape = [.. matrices.Lengths[..^2], m + 1 + n, Math.Max(left, right)];
        packing = Parts(left, right);
        thin = Parts(k, k);

        Packing Parts(int left, int right) => new(
            shape,
            Packing.Block("U", 0, m, 0, left),
            Packing.Row("S", m, k),
            Packing.Transposed("Vh", m + 1, n, 0, right));
    }

    public override string Name => "linalg.svd";

    public override Notation Notation { get; } = new("svd", "svd({0})", "\\operatorname{{svd}}({0})");

    /// <summary>U, s and Vᵀ.</summary>
    public (Tensor U, Tensor S, Tensor Vh) Parts(Tensor packed) => Parts(packing, packed);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        return batch.Map(packing.Shape[^2], packing.Shape[^1], (matrix, i) =>
            Compute(Finite.Require(Name, matrix, batch, i), packing.Shape[^1]));
    }

    internal override Keep Keeps(int operand) => Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var (u, s, vh) = Parts(thin, kept.Output);
        var (gradU, gradS, gradVh) = Parts(thin, gradient);
        var (row, column, gaps) = (s.Unsqueeze(-2), s.Unsqueeze(-1), Gaps(s));
        var pulled = u.MatMul(gradS.DiagEmbed()).MatMul(vh);
        if (Reaches(gradient, 0))
        {
            var inner = u.MT.MatMul(gradU).Skew() / gaps * row;
            pulled = pulled + (u.MatMul(inner) + (gradU.Outside(u) / row)).MatMul(vh);
        }

        if (Reaches(gradient, 2))
        {
            var inner = column * vh.MatMul(gradVh.MT).Skew() / gaps;
            pulled = pulled + u.MatMul(inner.MatMul(vh) + (gradVh.MT.Outside(vh.MT) / row).MT);
        }

        return pulled;
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var (u, s, vh) = Parts(thin, kept.Output);
        var inner = u.MT.MatMul(tangent).MatMul(vh.MT);
        var (row, column, gaps) = (s.Unsqueeze(-2), s.Unsqueeze(-1), Gaps(s));
        var (turned, mirrored) = (inner.OffDiagonal(), inner.OffDiagonal().MT);
        var left = u.MatMul(((turned * row) + (column * mirrored)) / gaps)
            + (tangent.MatMul(vh.MT).Outside(u) / row);
        var right = vh.MT.MatMul(((column * turned) + (mirrored * row)) / gaps)
            + (tangent.MT.MatMul(u).Outside(vh.MT) / row);
        return thin.Join(left, inner.Diagonals(), right.MT);
    }

    private bool Reaches(Tensor gradient, int part) =>
        packing.Reaches(gradient, part) || thin.Reaches(gradient, part);

    private static (Tensor U, Tensor S, Tensor Vh) Parts(Packing packing, Tensor packed) =>
        (packing.Part(packed, 0), packing.Part(packed, 1), packing.Part(packed, 2));

    // s_j² − s_i², written so that close values keep their digits; ones on the diagonal.
    private static Tensor Gaps(Tensor s)
    {
        var identity = Tensor.Eye(s.Shape[^1], dtype: s.DType, device: s.Device);
        return ((s.Unsqueeze(-2) - s.Unsqueeze(-1)) * (s.Unsqueeze(-2) + s.Unsqueeze(-1))) + identity;
    }

    private static double[,] Compute(double[,] matrix, int width)
    {
        var (m, n) = (matrix.GetLength(0), matrix.GetLength(1));
        var svd = matrix.Length > 0 ? Matrix<double>.Build.DenseOfArray(matrix).Svd() : null;
        var packed = new double[m + 1 + n, width];
        for (var column = 0; column < width; column++)
        {
            for (var row = 0; row < m && column < m; row++)
            {
                packed[row, column] = svd?.U[row, column] ?? (row == column ? 1 : 0);
            }

            for (var row = 0; row < n && column < n; row++)
            {
                packed[m + 1 + row, column] = svd?.VT[column, row] ?? (row == column ? 1 : 0);
            }

            if (column < Math.Min(m, n))
            {
                packed[m, column] = svd!.S[column];
            }
        }

        return packed;
    }
}
