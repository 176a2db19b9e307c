namespace NotebookGrad.Layouts;

/// <summary>Where everything lies; the drawing starts at (0, 0).</summary>
/// <param name="Nodes">The area of each node.</param>
/// <param name="Ranks">The rank of each node, from 0 where the arrows start.</param>
/// <param name="Labels">The area of each edge's label; null without a label.</param>
/// <param name="Routes">
/// The way of each edge as cubic Bézier curves: a start, then two control points and an end for each curve.
/// </param>
/// <param name="Passages">
/// The same way as points: the side of the node where it starts; pairs of points, where it leaves one rank and where
/// it enters the next; the side of the node where it ends.
/// </param>
/// <param name="Width">Extent of the drawing to the right.</param>
/// <param name="Height">Extent of the drawing downwards.</param>
internal sealed record LayoutResult(
    IReadOnlyList<LayoutArea> Nodes,
    IReadOnlyList<int> Ranks,
    IReadOnlyList<LayoutArea?> Labels,
    IReadOnlyList<IReadOnlyList<Point>> Routes,
    IReadOnlyList<IReadOnlyList<Point>> Passages,
    double Width,
    double Height)
{
    /// <summary>
    /// The frame of each group; empty where a group holds no node, or where a path leaves it and enters it again, so
    /// that no frame could hold it alone.
    /// </summary>
    public IReadOnlyList<LayoutArea> Groups { get; init; } = [];
}
