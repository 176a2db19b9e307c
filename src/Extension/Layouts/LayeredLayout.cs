namespace NotebookGrad.Layouts;

/// <summary>
/// Arranges a graph in layers along its arrows. Each group is arranged by itself and then stands as one box in what
/// is around it. Equal graphs get equal pictures.
/// </summary>
internal static class LayeredLayout
{
    /// <summary>Places nodes, labels, edges and frames.</summary>
    /// <exception cref="ArgumentException">The edges form a circle.</exception>
    public static LayoutResult Arrange(LayoutGraph graph)
    {
        int[] from = [.. graph.Edges.Select(edge => edge.From)];
        int[] to = [.. graph.Edges.Select(edge => edge.To)];
        if (TopologicalOrder.Of(graph.Nodes.Count, from, to).Length < graph.Nodes.Count)
        {
            throw new ArgumentException("the edges form a circle; a layered layout needs a graph without one");
        }

        return graph.Direction == LayoutDirection.Down
            ? Turning.Turn(NestedLayout.Arrange(Turning.Turn(graph)), graph)
            : NestedLayout.Arrange(graph);
    }
}
