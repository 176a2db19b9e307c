namespace NotebookGrad.Layouts;

/// <summary>What is to be arranged: boxes, the arrows between them, and the distances to keep.</summary>
/// <param name="Nodes">The room that each node takes.</param>
/// <param name="Edges">The arrows; they must not form a circle.</param>
/// <param name="RankGap">Least distance between two neighbouring ranks, where edges bend.</param>
/// <param name="NodeGap">Least distance between two boxes, or an edge and a box, in one rank.</param>
internal sealed record LayoutGraph(
    IReadOnlyList<LayoutBox> Nodes,
    IReadOnlyList<LayoutEdge> Edges,
    double RankGap,
    double NodeGap)
{
    /// <summary>Where the arrows lead.</summary>
    public LayoutDirection Direction { get; init; } = LayoutDirection.Right;

    /// <summary>The frames around nodes that belong together; an outer one stands before those inside it.</summary>
    public IReadOnlyList<LayoutGroup> Groups { get; init; } = [];
}
