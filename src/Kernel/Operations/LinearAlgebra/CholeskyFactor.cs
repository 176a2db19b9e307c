using MathNet.Numerics.LinearAlgebra;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// L, lower triangular with L·Lᵀ = A, of the lower triangle of a positive-definite A. Derivative by I. Murray,
/// "Differentiation of the Cholesky decomposition", 2016.
/// </summary>
internal sealed class CholeskyFactor : Operation
{
    public static readonly CholeskyFactor Instance = new();

    public override string Name => "linalg.cholesky";

    public override Notation Notation { get; } = new("chol", "chol({0})", "\\operatorname{{chol}}({0})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        return batch.Map(batch.Rows, batch.Rows, (matrix, i) => matrix.Length > 0
            ? Factor(SymmetricEigen.Mirror(matrix))?.ToArray() ?? throw Error(matrix, batch.Describe(i))
            : matrix);
    }

    internal override Keep Keeps(int operand) => Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var l = kept.Output;
        var inner = l.MT.MatMul(gradient).LowerMirrored() * 0.5;
        var left = Linalg.SolveTriangular(l.MT, inner, upper: true);
        return Linalg.SolveTriangular(l, left, upper: false, left: false);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var l = kept.Output;
        var left = Linalg.SolveTriangular(l, tangent.Symmetric(), upper: false);
        var inner = Linalg.SolveTriangular(l.MT, left, upper: true, left: false).Tril();
        return l.MatMul(inner - (inner.Diagonals().DiagEmbed() * 0.5));
    }

    private static Matrix<double>? Factor(Matrix<double> matrix)
    {
        try
        {
            return matrix.Cholesky().Factor;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static InvalidOperationException Error(double[,] matrix, string name)
    {
        var whole = SymmetricEigen.Mirror(matrix);
        var order = 1;
        while (order < whole.RowCount && Factor(whole.SubMatrix(0, order, 0, order)) is not null)
        {
            order++;
        }

        return new(
            $"linalg.cholesky: {name} is not positive-definite: its leading minor of order {order} is not positive. If "
            + "it should be, add a small multiple of the identity");
    }
}
