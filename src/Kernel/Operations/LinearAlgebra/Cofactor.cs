using MathNet.Numerics.LinearAlgebra;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The matrix of cofactors, det(A)·A⁻ᵀ where that exists. With A = U·diag(s)·Vᵀ it is, but for the sign of
/// det(U)·det(V), U·diag(∏ of the other s)·Vᵀ (G. W. Stewart, "On the adjugate matrix", 1998), for singular matrices
/// too.
/// </summary>
internal sealed class Cofactor : Operation
{
    public static readonly Cofactor Instance = new();

    public override string Name => "cofactor";

    public override Notation Notation { get; } = new("cof", "cof({0})", "\\operatorname{{cof}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        return batch.Map(batch.Rows, batch.Rows, (matrix, _) => Compute(matrix));
    }

    internal override Keep Keeps(int operand) => Keep.Operand0;

    // The second derivative of the determinant is symmetric, so that push and pull are one. In the basis of the
    // singular vectors a diagonal element of the change adds to the cofactors of the others on the diagonal, and one
    // beside it takes its mirror image's place, times the product of the singular values that neither touches.
    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var (u, s, vh) = Linalg.Svd(kept[0], fullMatrices: false);
        var sign = Determinant.Instance.Apply(u.Detach()) * Determinant.Instance.Apply(vh.Detach());
        var untouched = Untouched(s);
        var change = u.MT.MatMul(gradient).MatMul(vh.MT);
        var diagonal = untouched.MatMul(change.Diagonals().Unsqueeze(-1)).Squeeze(-1);
        var inner = diagonal.DiagEmbed() - (untouched * change.MT);
        return sign.Unsqueeze(-1).Unsqueeze(-1) * u.MatMul(inner).MatMul(vh);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => Pull(kept, operand, tangent);

    // For each pair of different i and j the product of all s but those two.
    private static Tensor Untouched(Tensor s)
    {
        var n = s.Shape[^1];
        var identity = Tensor.Eye(n, dtype: s.DType, device: s.Device);
        var product = 1 - identity;
        for (var k = 0; k < n; k++)
        {
            var touched = 1 - ((1 - identity[k]) * (1 - identity[k]).Unsqueeze(-1));
            product = product * (touched + ((1 - touched) * s.Narrow(-1, k, 1).Unsqueeze(-1)));
        }

        return product;
    }

    private static double[,] Compute(double[,] matrix)
    {
        if (matrix.Length == 0)
        {
            return matrix;
        }

        if (matrix.Cast<double>().Any(value => !double.IsFinite(value)))
        {
            return Matrix<double>.Build.Dense(matrix.GetLength(0), matrix.GetLength(1), double.NaN).ToArray();
        }

        var svd = Matrix<double>.Build.DenseOfArray(matrix).Svd();
        var sign = Math.Sign(svd.U.Determinant() * svd.VT.Determinant());
        var others = svd.S.Select((_, i) => svd.S.Where((_, k) => k != i).Aggregate(1.0, (a, b) => a * b));
        return (sign * svd.U * Matrix<double>.Build.DenseOfDiagonalArray([.. others]) * svd.VT).ToArray();
    }
}
