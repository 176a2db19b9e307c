namespace NotebookGrad.Inspection;

/// <summary>A neighbour of a node.</summary>
/// <param name="Node">Its number.</param>
/// <param name="Edge">The edge in between.</param>
internal readonly record struct GraphUse(int Node, GraphEdge Edge);
