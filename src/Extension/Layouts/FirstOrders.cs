namespace NotebookGrad.Layouts;

/// <summary>Orders to start from, in which what belongs together stands together.</summary>
internal static class FirstOrders
{
    /// <summary>
    /// A walk from the last items back along the operands in turn, so that a first operand stands above a second one
    /// wherever that causes no crossing.
    /// </summary>
    public static void AlongOperands(Layering graph) => Walk(graph, graph.Outgoing, graph.Incoming);

    /// <summary>A walk from the first items along their uses.</summary>
    public static void AlongUses(Layering graph) => Walk(graph, graph.Incoming, graph.Outgoing);

    private static void Walk(Layering graph, Neighbours behind, Neighbours ahead)
    {
        var filled = new int[graph.Layers.Length];
        var seen = new bool[graph.Kinds.Length];
        var stack = new Stack<int>();
        for (var item = graph.Kinds.Length - 1; item >= 0; item--)
        {
            if (behind.Of(item).Length == 0)
            {
                stack.Push(item);
            }
        }

        while (stack.TryPop(out var item))
        {
            if (seen[item])
            {
                continue;
            }

            seen[item] = true;
            var layer = graph.LayerOf[item];
            if (layer >= graph.FirstFree && layer <= graph.LastFree)
            {
                graph.Layers[layer][filled[layer]++] = item;
            }

            var links = ahead.Of(item);
            for (var index = links.Length - 1; index >= 0; index--)
            {
                stack.Push(ahead.Other(links[index]));
            }
        }

        for (var layer = 0; layer < filled.Length; layer++)
        {
            graph.Renumber(layer);
        }
    }
}
