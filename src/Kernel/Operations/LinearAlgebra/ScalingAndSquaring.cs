using MathNet.Numerics.LinearAlgebra;

namespace NotebookGrad.Operations;

/// <summary>
/// eᴬ by a Padé approximant of degree 13 of A/2ˢ, squared s times (N. Higham, "The scaling and squaring method for the
/// matrix exponential revisited", 2005).
/// </summary>
internal static class ScalingAndSquaring
{
    // Up to this norm the approximant is exact to float64's last digit.
    private const double GreatestNorm = 5.371920351148152;

    private static readonly double[] Coefficients =
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
        670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    ];

    public static double[,] Exponential(double[,] matrix)
    {
        if (matrix.Length == 0)
        {
            return matrix;
        }

        var a = Matrix<double>.Build.DenseOfArray(matrix);
        var norm = a.L1Norm();
        if (!double.IsFinite(norm))
        {
            return (a * double.NaN).ToArray();
        }

        var squarings = norm > GreatestNorm ? (int)Math.Ceiling(Math.Log2(norm / GreatestNorm)) : 0;
        var power = Approximate(a * Math.ScaleB(1, -squarings));
        for (var i = 0; i < squarings; i++)
        {
            power *= power;
        }

        return power.ToArray();
    }

    private static Matrix<double> Approximate(Matrix<double> a)
    {
        var b = Coefficients;
        var identity = Matrix<double>.Build.DenseIdentity(a.RowCount);
        var a2 = a * a;
        var a4 = a2 * a2;
        var a6 = a4 * a2;
        var odd = a * ((a6 * ((b[13] * a6) + (b[11] * a4) + (b[9] * a2)))
            + (b[7] * a6) + (b[5] * a4) + (b[3] * a2) + (b[1] * identity));
        var even = (a6 * ((b[12] * a6) + (b[10] * a4) + (b[8] * a2)))
            + (b[6] * a6) + (b[4] * a4) + (b[2] * a2) + (b[0] * identity);
        return (even - odd).Solve(even + odd);
    }
}
