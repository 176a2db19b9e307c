namespace NotebookGrad.Operations;

/// <summary>
/// Where to divide a chain of matrix products so that multiplications are fewest (T. Cormen et al., "Introduction to
/// Algorithms", 15.2).
/// </summary>
internal static class ChainOrder
{
    /// <summary>For each part of the chain, by its first and last matrix, the last one on the left side.</summary>
    public static int[,] Splits(Tensor[] chain)
    {
        var count = chain.Length;
        var costs = new double[count, count];
        var splits = new int[count, count];
        for (var length = 1; length < count; length++)
        {
            for (var first = 0; first + length < count; first++)
            {
                var last = first + length;
                costs[first, last] = double.PositiveInfinity;
                for (var split = first; split < last; split++)
                {
                    var own = (double)chain[first].Shape[0] * chain[split].Shape[1] * chain[last].Shape[1];
                    var cost = costs[first, split] + costs[split + 1, last] + own;
                    if (cost < costs[first, last])
                    {
                        (costs[first, last], splits[first, last]) = (cost, split);
                    }
                }
            }
        }

        return splits;
    }
}
