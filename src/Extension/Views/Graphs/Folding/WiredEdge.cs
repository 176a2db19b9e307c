using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>An edge of a <see cref="GraphWiring"/>.</summary>
/// <param name="From">Place of the operand among the nodes.</param>
/// <param name="To">Place of the operation among the nodes.</param>
/// <param name="Edge">What the engine told.</param>
internal readonly record struct WiredEdge(int From, int To, GraphEdge Edge);
