using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A graph as it is drawn, with the places of its parts, so that they can be pointed at.</summary>
/// <param name="Scene">The picture.</param>
/// <param name="Nodes">The area of each node of the reading, in its order.</param>
/// <param name="Edges">
/// The way of each edge of the reading as Bézier curves from the operation back to its operand, as a gradient flows.
/// </param>
internal sealed record GraphDrawing(
    Scene Scene,
    IReadOnlyList<LayoutArea> Nodes,
    IReadOnlyList<IReadOnlyList<Point>> Edges);
