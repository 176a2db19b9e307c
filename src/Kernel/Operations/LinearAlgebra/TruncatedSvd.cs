using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace NotebookGrad.Operations;

/// <summary>A matrix as U·diag(s)·Vᵀ without the singular values that count as zero.</summary>
internal sealed class TruncatedSvd
{
    private readonly Svd<double>? svd;
    private readonly int columns;
    private readonly int rows;

    public TruncatedSvd(double[,] matrix, Tolerance tolerance)
    {
        (rows, columns) = (matrix.GetLength(0), matrix.GetLength(1));
        svd = matrix.Length > 0 ? Matrix<double>.Build.DenseOfArray(matrix).Svd() : null;
        Rank = svd?.S.Count(value => value > tolerance.For(svd.S[0])) ?? 0;
    }

    /// <summary>One of the matrices that an operation is given.</summary>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static TruncatedSvd Of(
        string operation, MatrixBatch batch, int number, double[,] matrix, bool hermitian, Tolerance tolerance)
    {
        Finite.Require(operation, matrix, batch, number);
        var read = hermitian && matrix.Length > 0 ? SymmetricEigen.Mirror(matrix).ToArray() : matrix;
        return new TruncatedSvd(read, tolerance);
    }

    /// <summary>How many singular values do not count as zero.</summary>
    public int Rank { get; }

    /// <summary>The Moore–Penrose inverse.</summary>
    public double[,] Pseudoinverse() => Solve(Matrix<double>.Build.DenseIdentity(Math.Max(1, rows)));

    /// <summary>The shortest X for which A·X is closest to B.</summary>
    public double[,] Solve(double[,] right) => right.Length == 0
        ? new double[columns, right.GetLength(1)]
        : Solve(Matrix<double>.Build.DenseOfArray(right));

    private double[,] Solve(Matrix<double> right)
    {
        if (Rank == 0)
        {
            return new double[columns, rows == 0 ? 0 : right.ColumnCount];
        }

        var reciprocals = Matrix<double>.Build.DenseOfDiagonalArray([.. svd!.S.Take(Rank).Select(value => 1 / value)]);
        return (svd.VT.SubMatrix(0, Rank, 0, columns).TransposeThisAndMultiply(reciprocals)
            * svd.U.SubMatrix(0, rows, 0, Rank).TransposeThisAndMultiply(right)).ToArray();
    }
}
