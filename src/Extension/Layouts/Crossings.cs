namespace NotebookGrad.Layouts;

/// <summary>Counts the crossings of links.</summary>
internal static class Crossings
{
    /// <summary>All crossings of the graph in its present order.</summary>
    public static long Of(List<ColumnItem>[] columns)
    {
        long crossings = 0;
        for (var column = 0; column + 1 < columns.Length; column++)
        {
            crossings += Inversions(columns[column], columns[column + 1].Count);
        }

        return crossings;
    }

    /// <summary>The crossings among the links of two items if the first stood above the second.</summary>
    public static int Between(ColumnItem upper, ColumnItem lower)
    {
        var crossings = 0;
        foreach (var first in upper.Incoming)
        {
            foreach (var second in lower.Incoming)
            {
                crossings += first.From.Place > second.From.Place ? 1 : 0;
            }
        }

        foreach (var first in upper.Outgoing)
        {
            foreach (var second in lower.Outgoing)
            {
                crossings += first.To.Place > second.To.Place ? 1 : 0;
            }
        }

        return crossings;
    }

    /// <summary>Inversions by a tree of prefix counts: O(links · log places).</summary>
    private static long Inversions(List<ColumnItem> column, int places)
    {
        var counts = new int[places + 1];
        long inversions = 0;
        var seen = 0;
        foreach (var item in column)
        {
            foreach (var link in item.Outgoing)
            {
                inversions += seen;
                for (var node = link.To.Place + 1; node > 0; node -= node & -node)
                {
                    inversions -= counts[node];
                }
            }

            foreach (var link in item.Outgoing)
            {
                seen++;
                for (var node = link.To.Place + 1; node <= places; node += node & -node)
                {
                    counts[node]++;
                }
            }
        }

        return inversions;
    }
}
