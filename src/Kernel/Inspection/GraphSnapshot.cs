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
    /// <summary>Where the arrows are to lead when it is drawn.</summary>
    public GraphDirection Direction { get; init; }

    /// <summary>The number of operations among <see cref="Nodes"/>.</summary>
    public int OperationCount => Nodes.Count(node => node.Kind == GraphNodeKind.Operation);

    /// <summary>The number of leaves that gather a gradient.</summary>
    public int ParameterCount => Nodes.Count(node => node.Kind == GraphNodeKind.Parameter);

    /// <summary>
    /// The part of the graph that a module's calls have built, as a graph of its own: what enters it becomes a leaf, a
    /// parameter if a gradient flows back to it, and what leaves it is a root.
    /// </summary>
    /// <param name="path">
    /// The path of a <see cref="Graph.Module"/>, such as <c>model.encoder</c>, or its last part. Several calls come
    /// together, or one of them by its number, from 0: <c>encoder[2]</c>.
    /// </param>
    /// <exception cref="ArgumentException">There is no such module; the message lists those there are.</exception>
    public GraphSnapshot Inside(string path) => GraphPart.Inside(this, path);

    /// <inheritdoc/>
    public override string ToString() => $"graph: {OperationCount} operations, {ParameterCount} parameters";
}
