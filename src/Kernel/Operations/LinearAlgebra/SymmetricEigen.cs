using MathNet.Numerics.LinearAlgebra;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A = V·diag(λ)·Vᵀ for the lower triangle of symmetric matrices, λ ascending; both side by side, V first. Derivative
/// by M. Giles, "Collected matrix derivative results", 2008, 3.1.
/// </summary>
internal sealed class SymmetricEigen(Shape matrices) : Operation
{
    private readonly Packing packing = new(
        [.. matrices.Lengths[..^1], matrices[^1] + 1],
        Packing.Block("eigenvectors", 0, matrices[^1], 0, matrices[^1]),
        Packing.Column("eigenvalues", matrices[^1]));

    public override string Name => "linalg.eigh";

    public override Notation Notation { get; } = new("eigh", "eigh({0})", "\\operatorname{{eigh}}({0})");

    /// <summary>The eigenvectors, as the columns of matrices.</summary>
    public Tensor Vectors(Tensor packed) => packing.Part(packed, 0);

    /// <summary>The eigenvalues.</summary>
    public Tensor Values(Tensor packed) => packing.Part(packed, 1);

    /// <summary>The symmetric matrix of which this is the lower triangle.</summary>
    public static Matrix<double> Mirror(double[,] matrix) => Matrix<double>.Build.Dense(
        matrix.GetLength(0), matrix.GetLength(0), (i, j) => matrix[Math.Max(i, j), Math.Min(i, j)]);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var batch = new MatrixBatch(Name, operands[0]);
        return batch.Map(batch.Rows, batch.Rows + 1, (matrix, i) => Compute(Finite.Require(Name, matrix, batch, i)));
    }

    internal override Keep Keeps(int operand) => Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var (v, values) = (Vectors(kept.Output), Values(kept.Output));
        var inner = Values(gradient).DiagEmbed();
        if (packing.Reaches(gradient, 0))
        {
            inner = inner + (v.MT.MatMul(Vectors(gradient)).Skew() * 0.5 / values.Gaps());
        }

        return v.MatMul(inner).MatMul(v.MT);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var (v, values) = (Vectors(kept.Output), Values(kept.Output));
        var inner = v.MT.MatMul(tangent.Symmetric()).MatMul(v);
        return packing.Join(
            v.MatMul(inner.OffDiagonal() / values.Gaps()), inner.Diagonals());
    }

    private static double[,] Compute(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var packed = new double[n, n + 1];
        if (n > 0)
        {
            var evd = Mirror(matrix).Evd(Symmetricity.Symmetric);
            var order = Enumerable.Range(0, n).OrderBy(i => evd.EigenValues[i].Real).ToArray();
            for (var column = 0; column < n; column++)
            {
                packed[column, n] = evd.EigenValues[order[column]].Real;
                for (var row = 0; row < n; row++)
                {
                    packed[row, column] = evd.EigenVectors[row, order[column]];
                }
            }
        }

        return packed;
    }
}
