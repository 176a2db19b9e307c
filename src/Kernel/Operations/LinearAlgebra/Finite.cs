namespace NotebookGrad.Operations;

/// <summary>The demand that iterative decompositions make.</summary>
internal static class Finite
{
    /// <summary>The matrix, if all its elements are finite: an iteration would not end otherwise.</summary>
    /// <exception cref="InvalidOperationException">One is not.</exception>
    public static double[,] Require(string operation, double[,] matrix, MatrixBatch batch, int number)
    {
        foreach (var value in matrix)
        {
            if (!double.IsFinite(value))
            {
                throw new InvalidOperationException(
                    $"{operation}: {batch.Describe(number)} has an element {value}, so that no decomposition exists; "
                    + "look where it comes from");
            }
        }

        return matrix;
    }
}
