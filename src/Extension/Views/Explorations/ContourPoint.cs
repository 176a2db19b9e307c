using NotebookGrad.Layouts;

namespace NotebookGrad.Views;

/// <summary>A point of a contour.</summary>
/// <param name="Place">Column and row, between those of the grid.</param>
/// <param name="IsEdge">Whether it lies where the grid, or what is known, ends.</param>
internal readonly record struct ContourPoint(Point Place, bool IsEdge);
