namespace NotebookGrad.Layouts;

/// <summary>
/// Arranges a graph in columns from left to right, in the manner of Sugiyama, Tagawa and Toda (1981): ranks, an
/// order within each rank that avoids crossings, then heights that keep edges straight. Equal graphs get
/// equal pictures.
/// </summary>
internal static class LayeredLayout
{
    /// <summary>Places nodes, labels and edges.</summary>
    /// <exception cref="ArgumentException">The edges form a circle.</exception>
    public static LayoutResult Arrange(LayoutGraph graph)
    {
        var ranks = Ranking.Of(graph);
        var columns = new ColumnGraph(graph, ranks);
        Ordering.Improve(columns);
        var ports = new Ports(columns);
        var heights = Heights.Of(columns, ports);
        return Routing.Result(columns, ports, heights);
    }
}
