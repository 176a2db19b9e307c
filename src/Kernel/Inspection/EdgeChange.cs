namespace NotebookGrad.Inspection;

/// <summary>A use of a value in two graphs, or in one of them.</summary>
/// <param name="Kind">
/// What became of it; <see cref="ChangeKind.Changed"/> where the operands stand in another order.
/// </param>
/// <param name="Before">The edge in the first graph; null where it was added.</param>
/// <param name="After">The edge in the second graph; null where it was removed.</param>
public sealed record EdgeChange(ChangeKind Kind, GraphEdge? Before, GraphEdge? After);
