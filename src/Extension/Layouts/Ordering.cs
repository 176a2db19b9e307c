namespace NotebookGrad.Layouts;

/// <summary>Orders the items of each column so that few links cross.</summary>
internal static class Ordering
{
    private const int Sweeps = 24;

    /// <summary>
    /// Barycentre sweeps in both directions with exchanges of neighbours; the best order found is kept.
    /// </summary>
    public static void Improve(ColumnGraph graph)
    {
        var columns = graph.Columns;
        var best = columns.Select(column => column.ToArray()).ToArray();
        var fewest = Crossings.Of(columns);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var rightwards = sweep % 2 == 0;
            for (var step = 1; step < columns.Length; step++)
            {
                Sort(columns[rightwards ? step : columns.Length - 1 - step], rightwards);
            }

            ExchangeNeighbours(columns);
            var crossings = Crossings.Of(columns);
            if (crossings < fewest)
            {
                fewest = crossings;
                best = [.. columns.Select(column => column.ToArray())];
            }
        }

        for (var column = 0; column < columns.Length; column++)
        {
            Put(columns[column], best[column]);
        }
    }

    private static void Sort(List<ColumnItem> column, bool rightwards)
    {
        var sorted = column
            .OrderBy(item => Barycentre(item, rightwards ? item.Incoming : item.Outgoing))
            .ToArray();
        Put(column, sorted);
    }

    private static double Barycentre(ColumnItem item, List<ColumnLink> links) =>
        links.Count == 0 ? item.Place : links.Average(link => (double)link.Other(item).Place);

    private static void ExchangeNeighbours(List<ColumnItem>[] columns)
    {
        // The bound only guards against a long tail of tiny gains in huge graphs.
        var improved = true;
        for (var round = 0; improved && round < 10; round++)
        {
            improved = false;
            foreach (var column in columns)
            {
                for (var place = 0; place + 1 < column.Count; place++)
                {
                    var (upper, lower) = (column[place], column[place + 1]);
                    if (Crossings.Between(lower, upper) < Crossings.Between(upper, lower))
                    {
                        (column[place], column[place + 1]) = (lower, upper);
                        (upper.Place, lower.Place) = (place + 1, place);
                        improved = true;
                    }
                }
            }
        }
    }

    private static void Put(List<ColumnItem> column, ColumnItem[] items)
    {
        for (var place = 0; place < items.Length; place++)
        {
            column[place] = items[place];
            items[place].Place = place;
        }
    }
}
