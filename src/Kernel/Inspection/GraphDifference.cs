namespace NotebookGrad.Inspection;

/// <summary>
/// What is different between two graphs. Nodes are found again by identity, by name, by what they are made from and
/// used for, and last by the order in which they were recorded.
/// </summary>
/// <param name="Before">The first graph.</param>
/// <param name="After">The second graph.</param>
/// <param name="Nodes">
/// The nodes of both, each once, operands before operations where the two graphs allow of it.
/// </param>
/// <param name="Edges">The edges of both, each once.</param>
public sealed record GraphDifference(
    GraphSnapshot Before,
    GraphSnapshot After,
    IReadOnlyList<NodeChange> Nodes,
    IReadOnlyList<EdgeChange> Edges) : IInspectable
{
    /// <summary>Whether the graphs have the same form; their numbers may differ.</summary>
    public bool IsEmpty => Nodes.All(node => node.Kind == ChangeKind.Same)
        && Edges.All(edge => edge.Kind == ChangeKind.Same);

    /// <summary>Both graphs in one, each node and edge with what became of it, for drawing.</summary>
    public GraphSnapshot Union
    {
        get
        {
            // A removed node keeps its identity, unless that is taken, as in snapshots that no engine made.
            var (next, taken) = (0L, After.Nodes.Select(node => node.Id).ToHashSet());
            var places = new Dictionary<long, long>();
            GraphNode Placed(NodeChange change)
            {
                var id = change.After?.Id ?? (taken.Add(change.Before!.Id) ? change.Before.Id : --next);
                if (change.Before is { } before)
                {
                    places[before.Id] = id;
                }

                return change.Node with { Id = id, Change = change.Kind };
            }

            return After with
            {
                Nodes = [.. Nodes.Select(Placed)],
                Edges = [.. Edges.Select(change => change is { After: { } edge }
                    ? edge with { Change = change.Kind }
                    : change.Before! with
                    {
                        From = places.GetValueOrDefault(change.Before.From, long.MinValue),
                        To = places.GetValueOrDefault(change.Before.To, long.MinValue),
                        Change = change.Kind,
                    })],
            };
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        IsEmpty ? "difference: none" : $"difference: {Tell(ChangeKind.Added, "added")}, "
            + $"{Tell(ChangeKind.Removed, "removed")}, {Tell(ChangeKind.Changed, "changed")}";

    private string Tell(ChangeKind kind, string word) =>
        $"{Nodes.Count(node => node.Kind == kind)} nodes and {Edges.Count(edge => edge.Kind == kind)} edges {word}";
}
