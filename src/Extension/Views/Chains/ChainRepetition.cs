namespace NotebookGrad.Views;

/// <summary>
/// Finds rows of a chain that repeat: the same operations on the same shapes in the same branches, whatever their
/// names.
/// </summary>
internal static class ChainRepetition
{
    private const int LongestPeriod = 32;
    private const int FewestRepeats = 3;
    private const int FewestRows = 8;

    /// <summary>The rows as stretches, in order; a row that does not repeat is one of its own.</summary>
    public static IReadOnlyList<ChainStretch> Of(IReadOnlyList<ChainRow> rows)
    {
        var kinds = Kinds(rows);
        var matches = Enumerable.Range(1, LongestPeriod).Select(period => Matches(kinds, period)).ToArray();
        var stretches = new List<ChainStretch>();
        for (var row = 0; row < rows.Count; row += stretches[^1].Length * stretches[^1].Repeats)
        {
            var best = new ChainStretch(row, 1, 1);
            for (var period = 1; period <= LongestPeriod; period++)
            {
                var repeats = (matches[period - 1][row] / period) + 1;
                var length = repeats * period;
                if (repeats >= FewestRepeats && length >= FewestRows && length > best.Length * best.Repeats)
                {
                    best = new ChainStretch(row, period, repeats);
                }
            }

            stretches.Add(best);
        }

        return stretches;
    }

    /// <summary>A number for each row, equal for rows that look alike.</summary>
    private static int[] Kinds(IReadOnlyList<ChainRow> rows)
    {
        var known = new Dictionary<object, int>();
        return [.. rows.Select(row =>
        {
            var line = row.Line;
            var look = (row.Branch, row.StartsBranch, line.Operation, line.Shape, line.DType, line.SavedBytes,
                line.Freed, line.Repeated);
            return known.TryGetValue(look, out var kind) ? kind : known[look] = known.Count;
        })];
    }

    /// <summary>For each row, how many from there on are each like the one a period further down.</summary>
    private static int[] Matches(int[] kinds, int period)
    {
        var matches = new int[kinds.Length];
        for (var row = kinds.Length - period - 1; row >= 0; row--)
        {
            matches[row] = kinds[row] == kinds[row + period] ? matches[row + 1] + 1 : 0;
        }

        return matches;
    }
}
