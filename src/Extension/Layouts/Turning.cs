namespace NotebookGrad.Layouts;

/// <summary>
/// Exchanges the axes, so that one algorithm draws in both directions. Downwards, edges meet a node half way, and a
/// label stands to the right of its edge.
/// </summary>
internal static class Turning
{
    /// <summary>The graph as it is arranged from left to right.</summary>
    public static LayoutGraph Turn(LayoutGraph graph) => graph with
    {
        Nodes = [.. graph.Nodes.Select(box => LayoutBox.Centred(box.Height, box.Width))],
        Edges = [.. graph.Edges.Select(edge => edge with
        {
            Label = edge.Label is { } label
                ? new LayoutBox(label.Height, edge.Breadth / 2, (edge.Breadth / 2) + label.Width)
                : null,
        })],
    };

    /// <summary>The arrangement of the turned graph turned back.</summary>
    public static LayoutResult Turn(LayoutResult result, LayoutGraph graph) => new(
        [.. result.Nodes.Select(Turn)],
        result.Ranks,
        [.. result.Labels.Select((area, edge) => area is { } room ? Label(room, graph.Edges[edge].Breadth) : null)],
        [.. result.Routes.Select(Turn)],
        [.. result.Passages.Select(Turn)],
        result.Height,
        result.Width)
    {
        Groups = [.. result.Groups.Select(Turn)],
    };

    private static LayoutArea Turn(LayoutArea area) => new(area.Y, area.X, area.Height, area.Width);

    private static Point[] Turn(IReadOnlyList<Point> points) =>
        [.. points.Select(point => new Point(point.Y, point.X))];

    private static LayoutArea? Label(LayoutArea room, double breadth) =>
        Turn(room with { Y = room.Y + breadth, Height = room.Height - breadth });
}
