namespace NotebookGrad.Layouts;

/// <summary>Counts the crossings of links.</summary>
internal static class Crossings
{
    /// <summary>All crossings of the graph in its present order.</summary>
    public static long Of(Layering graph) => Of(graph, 0, graph.Layers.Length - 1);

    /// <summary>The crossings on either side of some layers in their present order.</summary>
    public static long Of(Layering graph, int first, int last)
    {
        long crossings = 0;
        var counts = Array.Empty<int>();
        var end = Math.Min(last + 1, graph.Layers.Length - 1);
        for (var layer = Math.Max(first - 1, 0); layer < end; layer++)
        {
            if (graph.Layers[layer + 1].Length > 0)
            {
                var lowest = graph.Layers[layer + 1][^1];
                var places = graph.Place[lowest] + graph.Slots[lowest];
                if (counts.Length <= places)
                {
                    counts = new int[(2 * places) + 1];
                }

                Array.Clear(counts, 0, places + 1);
                crossings += Between(graph, layer, counts.AsSpan(0, places + 1));
            }
        }

        return crossings;
    }

    /// <summary>
    /// Crossings behind a layer as inversions in a tree of prefix counts: O(links · log places) (Barth, Jünger and
    /// Mutzel 2002).
    /// </summary>
    private static long Between(Layering graph, int layer, Span<int> counts)
    {
        long inversions = 0;
        var seen = 0;
        foreach (var item in graph.Layers[layer])
        {
            // Links out of one slot do not cross each other.
            var links = graph.Outgoing.Of(item);
            for (var first = 0; first < links.Length;)
            {
                var next = first;
                for (; next < links.Length && graph.FromSlot[links[next]] == graph.FromSlot[links[first]]; next++)
                {
                    inversions += seen;
                    for (var node = graph.EndPlace(links[next]) + 1; node > 0; node -= node & -node)
                    {
                        inversions -= counts[node];
                    }
                }

                for (; first < next; first++, seen++)
                {
                    for (var node = graph.EndPlace(links[first]) + 1; node < counts.Length; node += node & -node)
                    {
                        counts[node]++;
                    }
                }
            }
        }

        return inversions;
    }
}
