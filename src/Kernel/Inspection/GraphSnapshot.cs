namespace NotebookGrad.Inspection;

/// <summary>
/// A computational graph as it stood at one moment, for drawing: it holds no tensor and does not change.
/// </summary>
/// <param name="Nodes">The nodes, operands before the operations that use them.</param>
/// <param name="Edges">From operand to operation; an operand used twice has two edges.</param>
/// <param name="Roots">The identities of the nodes that the graph was asked for, such as the loss.</param>
/// <param name="BackwardDone">Whether a backward pass has gone through the graph.</param>
/// <param name="Omitted">
/// How many further nodes lie behind those listed; a graph too large to draw is cut at the far side from its roots.
/// </param>
public sealed record GraphSnapshot(
    IReadOnlyList<GraphNode> Nodes,
    IReadOnlyList<GraphEdge> Edges,
    IReadOnlyList<long> Roots,
    bool BackwardDone,
    long Omitted) : IInspectable
{
    /// <summary>The number of operations among <see cref="Nodes"/>.</summary>
    public int OperationCount => Nodes.Count(node => node.Kind == GraphNodeKind.Operation);

    /// <summary>The number of leaves that gather a gradient.</summary>
    public int ParameterCount => Nodes.Count(node => node.Kind == GraphNodeKind.Parameter);

    /// <inheritdoc/>
    public override string ToString() => $"graph: {OperationCount} operations, {ParameterCount} parameters";
}
