namespace NotebookGrad.Layouts;

/// <summary>Where everything of one level lies; it starts at (0, 0).</summary>
/// <param name="Anchors">The left side and the anchor's height of each node.</param>
/// <param name="Ranks">The rank of each node.</param>
/// <param name="Labels">The area of each edge's label; null without a label.</param>
/// <param name="Passages">The way of each edge, as in <see cref="LayoutResult"/>.</param>
/// <param name="Width">Extent to the right.</param>
/// <param name="Height">Extent downwards.</param>
internal sealed record FlatResult(
    Point[] Anchors,
    int[] Ranks,
    LayoutArea?[] Labels,
    Point[][] Passages,
    double Width,
    double Height);
