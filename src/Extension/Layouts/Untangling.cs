namespace NotebookGrad.Layouts;

/// <summary>
/// Exchanges the ways of edges that share an end and cross nevertheless. The lines stay what they are, but for that
/// crossing.
/// </summary>
internal static class Untangling
{
    /// <summary>Untangles the edges of every node.</summary>
    public static void Improve(Layering graph)
    {
        var edges = Enumerable.Range(0, graph.Graph.Edges.Length);
        foreach (var leaving in edges.GroupBy(edge => graph.From[graph.FirstLink[edge]])
            .Where(leaving => leaving.Count() > 1))
        {
            Leaving(graph, leaving);
        }

        foreach (var arriving in edges.GroupBy(edge => graph.To[graph.FirstLink[edge + 1] - 1])
            .Where(arriving => arriving.Count() > 1))
        {
            Arriving(graph, arriving);
        }

        SortLayers(graph);
    }

    /// <summary>Untangles edges that leave one node, as far as to the node itself.</summary>
    public static void Leaving(Layering graph, IEnumerable<int> edges) =>
        Sort(graph, edges.SelectMany(edge => Links(graph, edge)[1..]
            .Select(link => (Item: graph.From[link], Next: graph.To[link]))), farthest: -1);

    /// <summary>Untangles edges that arrive at one node, as far as to the node itself.</summary>
    public static void Arriving(Layering graph, IEnumerable<int> edges) =>
        Sort(graph, edges.SelectMany(edge => Links(graph, edge)[..^1]
            .Select(link => (Item: graph.To[link], Next: graph.From[link]))), farthest: 1);

    /// <summary>Puts the items of all layers into the order of their places.</summary>
    public static void SortLayers(Layering graph)
    {
        foreach (var items in graph.Layers)
        {
            items.AsSpan().Sort((one, other) => graph.Place[one].CompareTo(graph.Place[other]));
        }
    }

    private static int[] Links(Layering graph, int edge) =>
        [.. Enumerable.Range(graph.FirstLink[edge], graph.FirstLink[edge + 1] - graph.FirstLink[edge])];

    /// <summary>Gives the items of each layer, from the farthest on, the order of what they lead to.</summary>
    private static void Sort(Layering graph, IEnumerable<(int Item, int Next)> steps, int farthest)
    {
        var layers = steps.GroupBy(step => graph.LayerOf[step.Item]).Where(layer => layer.Count() > 1);
        foreach (var layer in layers.OrderBy(layer => farthest * layer.Key))
        {
            int[] places = [.. layer.Select(step => graph.Place[step.Item]).Order()];
            var sorted = layer.OrderBy(step => graph.Place[step.Next]).ThenBy(step => graph.Place[step.Item]);
            foreach (var ((item, _), place) in sorted.ToArray().Zip(places))
            {
                graph.Place[item] = place;
            }
        }
    }
}
