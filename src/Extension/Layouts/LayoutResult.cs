namespace NotebookGrad.Layouts;

/// <summary>Where everything lies; the drawing starts at (0, 0).</summary>
/// <param name="Nodes">The left end of each node at the height of its anchor.</param>
/// <param name="Ranks">The rank of each node, from 0 at the left.</param>
/// <param name="Labels">The left end of each edge's label at the height of its anchor; null without a label.</param>
/// <param name="Routes">
/// The way of each edge: the side of the node where it starts; pairs of points, where it leaves one column and where
/// it enters the next; the side of the node where it ends. It climbs only between the points of a pair.
/// </param>
/// <param name="Width">Extent of the drawing to the right.</param>
/// <param name="Height">Extent of the drawing downwards.</param>
internal sealed record LayoutResult(
    IReadOnlyList<Point> Nodes,
    IReadOnlyList<int> Ranks,
    IReadOnlyList<Point?> Labels,
    IReadOnlyList<IReadOnlyList<Point>> Routes,
    double Width,
    double Height);
