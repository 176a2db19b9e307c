namespace NotebookGrad.Layouts;

/// <summary>
/// Chooses the height of every item: the weighted sum of squares of the links' climbs becomes small while no two
/// items of a column come closer than they may.
/// </summary>
internal static class Heights
{
    private const int DirectedSweeps = 8;
    private const int FreeSweeps = 200;

    /// <summary>The height of each item's anchor.</summary>
    public static Dictionary<ColumnItem, double> Of(ColumnGraph graph, Ports ports)
    {
        var heights = new Dictionary<ColumnItem, double>(ReferenceEqualityComparer.Instance);
        foreach (var column in graph.Columns)
        {
            Stack(graph, column, heights);
        }

        // First along the edges in turn, so that the whole width takes part at once; then to rest.
        for (var sweep = 0; sweep < DirectedSweeps; sweep++)
        {
            Relax(graph, ports, heights, rightwards: sweep % 2 == 1, onlyBehind: true);
        }

        for (var sweep = 0; sweep < FreeSweeps; sweep++)
        {
            if (Relax(graph, ports, heights, rightwards: sweep % 2 == 0, onlyBehind: false) < 0.05)
            {
                break;
            }
        }

        Straighten(graph, heights);
        return heights;
    }

    /// <summary>The least distance between the anchors of two neighbours.</summary>
    public static double Separation(ColumnGraph graph, ColumnItem upper, ColumnItem lower)
    {
        // Two edges that pass side by side carry their own distance in their breadth.
        var gap = upper.Node < 0 && lower.Node < 0 && !upper.IsLabel && !lower.IsLabel ? 0 : graph.Graph.NodeGap;
        return upper.Box.Below + gap + lower.Box.Above;
    }

    private static void Stack(ColumnGraph graph, List<ColumnItem> column, Dictionary<ColumnItem, double> heights)
    {
        var height = 0.0;
        for (var place = 0; place < column.Count; place++)
        {
            height += place == 0 ? 0 : Separation(graph, column[place - 1], column[place]);
            heights[column[place]] = height;
        }

        foreach (var item in column)
        {
            heights[item] -= height / 2;
        }
    }

    private static double Relax(
        ColumnGraph graph,
        Ports ports,
        Dictionary<ColumnItem, double> heights,
        bool rightwards,
        bool onlyBehind)
    {
        var moved = 0.0;
        for (var step = 0; step < graph.Columns.Length; step++)
        {
            var column = graph.Columns[rightwards ? step : graph.Columns.Length - 1 - step];
            var wishes = new double[column.Count];
            var weights = new double[column.Count];
            for (var place = 0; place < column.Count; place++)
            {
                var item = column[place];
                var incoming = onlyBehind && !rightwards ? [] : item.Incoming;
                var outgoing = onlyBehind && rightwards ? [] : item.Outgoing;
                var weight = incoming.Sum(link => link.Weight) + outgoing.Sum(link => link.Weight);
                var wish =
                    incoming.Sum(link => link.Weight * (heights[link.From] + ports.Drop(link)))
                    + outgoing.Sum(link => link.Weight * (heights[link.To] - ports.Drop(link)));
                wishes[place] = weight > 0 ? wish / weight : heights[item];
                weights[place] = weight > 0 ? weight : 0.01;
            }

            var separations = new double[column.Count];
            for (var place = 1; place < column.Count; place++)
            {
                separations[place] = Separation(graph, column[place - 1], column[place]);
            }

            var solved = SeparatedPlaces.Nearest(wishes, weights, separations);
            for (var place = 0; place < column.Count; place++)
            {
                moved = Math.Max(moved, Math.Abs(heights[column[place]] - solved[place]));
                heights[column[place]] = solved[place];
            }
        }

        return moved;
    }

    /// <summary>
    /// Lays the passing part of a long edge at one height wherever its neighbours leave room for that.
    /// </summary>
    private static void Straighten(ColumnGraph graph, Dictionary<ColumnItem, double> heights)
    {
        foreach (var chain in graph.Chains.Where(chain => chain.Length > 2))
        {
            var passing = chain[1..].Select(link => link.From).ToArray();
            var (lowest, highest) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var item in passing)
            {
                var column = graph.Columns[item.Column];
                if (item.Place > 0)
                {
                    var upper = column[item.Place - 1];
                    lowest = Math.Max(lowest, heights[upper] + Separation(graph, upper, item));
                }

                if (item.Place + 1 < column.Count)
                {
                    var lower = column[item.Place + 1];
                    highest = Math.Min(highest, heights[lower] - Separation(graph, item, lower));
                }
            }

            if (lowest <= highest)
            {
                var height = Math.Clamp(passing.Average(item => heights[item]), lowest, highest);
                foreach (var item in passing)
                {
                    heights[item] = height;
                }
            }
        }
    }
}
