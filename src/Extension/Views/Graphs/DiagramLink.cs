namespace NotebookGrad.Views;

/// <summary>The piece of an edge between two ranks of a diagram in characters.</summary>
/// <param name="FromRow">The row in which it leaves the left rank.</param>
/// <param name="ToRow">The row in which it enters the right rank.</param>
/// <param name="FromNode">The node where it starts, or null where it only passes.</param>
/// <param name="EndsAtNode">Whether it ends at a node.</param>
internal sealed record DiagramLink(int FromRow, int ToRow, int? FromNode, bool EndsAtNode);
