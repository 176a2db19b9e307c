namespace NotebookGrad.Operations;

/// <summary>Finds what is not zero. How much that is only the values tell, so they are read on the host.</summary>
internal static class Nonzero
{
    /// <summary>The positions in row-major order: for each axis a column of them.</summary>
    public static long[][] Positions(Tensor x)
    {
        var truths = x.Detach().To(DType.Bool).ToArray<bool>();
        var columns = new long[x.Shape.Rank][];
        long span = 1;
        for (var axis = columns.Length - 1; axis >= 0; axis--)
        {
            var (length, inner) = (x.Shape[axis], span);
            columns[axis] = [.. Trues(truths).Select(place => place / inner % length)];
            span *= length;
        }

        return columns;
    }

    private static IEnumerable<long> Trues(bool[] truths)
    {
        for (long place = 0; place < truths.Length; place++)
        {
            if (truths[place])
            {
                yield return place;
            }
        }
    }
}
