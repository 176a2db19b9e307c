using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Drawings;

/// <summary>A graph as some program has drawn it, in points; the same kind of geometry whoever drew it.</summary>
/// <param name="Nodes">The area of each node.</param>
/// <param name="Labels">The area of each edge's label; null without one.</param>
/// <param name="Edges">Each edge as a line from point to point, from its start to its end.</param>
/// <param name="Width">Extent to the right.</param>
/// <param name="Height">Extent downwards.</param>
internal sealed record Drawing(
    IReadOnlyList<LayoutArea> Nodes,
    IReadOnlyList<LayoutArea?> Labels,
    IReadOnlyList<IReadOnlyList<Point>> Edges,
    double Width,
    double Height);
