using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace NotebookGrad.Operations;

/// <summary>A square matrix as P·L·U, by elimination with partial pivoting.</summary>
internal sealed class LuFactors
{
    private readonly LU<double>? lu;
    private readonly double[] pivots;

    public LuFactors(double[,] matrix)
    {
        // MathNet knows no matrix without elements; its determinant is 1.
        lu = matrix.Length > 0 ? Matrix<double>.Build.DenseOfArray(matrix).LU() : null;
        pivots = lu?.U.Diagonal().ToArray() ?? [];
        Sign = Parity();
        foreach (var pivot in pivots)
        {
            Sign *= double.IsNaN(pivot) ? pivot : Math.Sign(pivot);
            LogAbsDeterminant += Math.Log(Math.Abs(pivot));
        }
    }

    /// <summary>The sign of the determinant; 0 if that is 0.</summary>
    public double Sign { get; }

    /// <summary>The logarithm of the determinant's absolute value.</summary>
    public double LogAbsDeterminant { get; }

    /// <summary>The determinant.</summary>
    public double Determinant => lu?.Determinant ?? 1;

    /// <summary>The smallest pivot over the largest, which tells roughly how many digits elimination loses.</summary>
    public double PivotRatio => pivots.Length == 0 ? 1 : pivots.Min(Math.Abs) / pivots.Max(Math.Abs);

    // The number of a pivot that is exactly zero, counted from 1; 0 if there is none.
    private int ZeroPivot => Array.IndexOf(pivots, 0) + 1;

    /// <summary>The factors, of a regular matrix.</summary>
    /// <exception cref="InvalidOperationException">It is singular.</exception>
    public LuFactors Regular(string operation, MatrixBatch batch, int number, string remedy) => ZeroPivot == 0
        ? this
        : throw new InvalidOperationException(
            $"{operation}: {batch.Describe(number)} is singular (pivot {ZeroPivot} is zero), so that there is no "
            + $"unique answer; {remedy}, or add a small multiple of the identity");

    /// <summary>The inverse; infinite if a pivot is zero.</summary>
    public double[,] Inverse() => ZeroPivot > 0
        ? Matrix<double>.Build.Dense(pivots.Length, pivots.Length, double.PositiveInfinity).ToArray()
        : lu?.Inverse().ToArray() ?? new double[0, 0];

    /// <summary>X in matrix·X = B.</summary>
    public double[,] Solve(double[,] right) => lu is null || right.Length == 0
        ? right
        : lu.Solve(Matrix<double>.Build.DenseOfArray(right)).ToArray();

    private int Parity()
    {
        var parity = 1;
        var order = Enumerable.Range(0, pivots.Length).Select(i => lu!.P[i]).ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            while (order[i] != i)
            {
                (order[order[i]], order[i]) = (order[i], order[order[i]]);
                parity = -parity;
            }
        }

        return parity;
    }
}
