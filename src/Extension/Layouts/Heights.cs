namespace NotebookGrad.Layouts;

/// <summary>
/// Chooses the height of every item after Brandes and Köpf (2001): items are aligned with a median neighbour on
/// either side, packed upwards and downwards, and take the mean of the middle two of these four heights.
/// </summary>
internal static class Heights
{
    /// <summary>The height of each item's anchor.</summary>
    public static double[] Of(Layering graph, Ports ports)
    {
        graph.SortNeighbours();
        var conflicts = Conflicts(graph);
        double[][] candidates =
        [
            Alignment.Heights(graph, ports, conflicts, rightwards: true, upwards: true),
            Alignment.Heights(graph, ports, conflicts, rightwards: false, upwards: true),
            Alignment.Heights(graph, ports, conflicts, rightwards: true, upwards: false),
            Alignment.Heights(graph, ports, conflicts, rightwards: false, upwards: false),
        ];
        var extents = candidates.Select(heights => Extent(graph, heights)).ToArray();
        var narrowest = extents.MinBy(extent => extent.Bottom - extent.Top);
        for (var index = 0; index < candidates.Length; index++)
        {
            // Those packed upwards meet the narrowest at its top, the others at its bottom.
            var shift = index < 2 ? narrowest.Top - extents[index].Top : narrowest.Bottom - extents[index].Bottom;
            foreach (ref var height in candidates[index].AsSpan())
            {
                height += shift;
            }
        }

        var heights = new double[graph.Kinds.Length];
        Span<double> four = stackalloc double[4];
        for (var item = 0; item < heights.Length; item++)
        {
            for (var index = 0; index < four.Length; index++)
            {
                four[index] = candidates[index][item];
            }

            four.Sort();
            heights[item] = (four[1] + four[2]) / 2;
        }

        Levelling.Improve(graph, ports, heights);
        Settling.Improve(graph, ports, heights);
        return heights;
    }

    /// <summary>The least distance between the anchors of two neighbours.</summary>
    public static double Separation(Layering graph, int upper, int lower)
    {
        // Two edges that pass side by side carry their own distance in their breadth.
        var gap = graph.Kinds[upper] == ItemKind.Passing && graph.Kinds[lower] == ItemKind.Passing
            ? 0
            : graph.Graph.NodeGap;
        return graph.Boxes[upper].Below + gap + graph.Boxes[lower].Above;
    }

    /// <summary>The upper side of the uppermost item and the lower side of the lowest.</summary>
    public static (double Top, double Bottom) Extent(Layering graph, double[] heights)
    {
        var (top, bottom) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var item = 0; item < heights.Length; item++)
        {
            top = Math.Min(top, heights[item] - graph.Boxes[item].Above);
            bottom = Math.Max(bottom, heights[item] + graph.Boxes[item].Below);
        }

        return (top, bottom);
    }

    /// <summary>Marks the links that cross one amid a long edge: the long edge stays straight.</summary>
    private static bool[] Conflicts(Layering graph)
    {
        var conflicts = new bool[graph.From.Length];
        for (var layer = 1; layer < graph.Layers.Length; layer++)
        {
            var items = graph.Layers[layer];
            var (first, scanned) = (0, 0);
            for (var index = 0; index < items.Length; index++)
            {
                var links = graph.Incoming.Of(items[index]);
                var isInner = links.Length > 0 && graph.IsInner(links[0]);
                if (isInner || index == items.Length - 1)
                {
                    var last = isInner ? graph.StartPlace(links[0]) : int.MaxValue;
                    for (; scanned <= index; scanned++)
                    {
                        foreach (var link in graph.Incoming.Of(items[scanned]))
                        {
                            conflicts[link] = graph.StartPlace(link) < first || graph.StartPlace(link) > last;
                        }
                    }

                    first = last;
                }
            }
        }

        return conflicts;
    }
}
