namespace NotebookGrad.Operations;

/// <summary>
/// QR by reflections, with LAPACK's signs: a column whose elements below the diagonal are zero stays as it is, any
/// other gets a diagonal element of the sign opposite to its first.
/// </summary>
internal static class Householder
{
    /// <summary>Q, of k columns, and right of it R, of k rows.</summary>
    public static double[,] Factor(double[,] r, int k)
    {
        var (m, n) = (r.GetLength(0), r.GetLength(1));
        var reflectors = new List<(double[] Vector, int Row)>();
        for (var column = 0; column < Math.Min(m, n); column++)
        {
            if (Reflector(r, column) is { } vector)
            {
                reflectors.Add((vector, column));
                Reflect(r, vector, column, column);
            }
        }

        // Q is the product of all reflections, applied to the first columns of the identity from the last one on.
        var packed = new double[m, k + n];
        for (var i = 0; i < k; i++)
        {
            packed[i, i] = 1;
        }

        for (var i = reflectors.Count - 1; i >= 0; i--)
        {
            Reflect(packed, reflectors[i].Vector, reflectors[i].Row, 0);
        }

        for (var row = 0; row < k; row++)
        {
            for (var column = row; column < n; column++)
            {
                packed[row, k + column] = r[row, column];
            }
        }

        return packed;
    }

    // The unit vector whose reflection clears a column below the diagonal, or null where that is clear already.
    private static double[]? Reflector(double[,] r, int column)
    {
        var vector = new double[r.GetLength(0) - column];
        var (scale, below) = (0.0, 0.0);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = r[column + i, column];
            scale = Math.Max(scale, Math.Abs(vector[i]));
            below = i > 0 ? Math.Max(below, Math.Abs(vector[i])) : 0;
        }

        if (below == 0)
        {
            return null;
        }

        vector = Array.ConvertAll(vector, value => value / scale);
        vector[0] += Math.CopySign(Length(vector), vector[0]);
        var length = Length(vector);
        return Array.ConvertAll(vector, value => value / length);
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    private static void Reflect(double[,] matrix, double[] vector, int row, int firstColumn)
    {
        for (var column = firstColumn; column < matrix.GetLength(1); column++)
        {
            var dot = 0.0;
            for (var i = 0; i < vector.Length; i++)
            {
                dot += vector[i] * matrix[row + i, column];
            }

            for (var i = 0; i < vector.Length; i++)
            {
                matrix[row + i, column] -= 2 * dot * vector[i];
            }
        }
    }
}
