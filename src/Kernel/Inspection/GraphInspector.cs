namespace NotebookGrad.Inspection;

/// <summary>Takes the snapshot of a graph.</summary>
internal static class GraphInspector
{
    /// <summary>A snapshot describes at most so many nodes: those nearest to the roots.</summary>
    public const int LargestCount = 20_000;

    /// <summary>The graph behind some tensors.</summary>
    public static GraphSnapshot Inspect(IReadOnlyList<Tensor> roots)
    {
        var found = GraphWalk.NearestFirst(roots.Select(Node.Operand));
        var nodes = found[..Math.Min(found.Count, LargestCount)];
        nodes.Sort((a, b) => a.Id.CompareTo(b.Id));
        var described = nodes.ToHashSet();

        // Nothing of this is recorded, searched for anomalies or packed, whatever holds where the picture is taken.
        using var mode = new AutogradMode { IsPaused = true }.Enter();
        var values = new ReplayedValues(nodes, node => node.Value ?? node.SavedValue, new ReplayBudget());
        var edges = nodes.SelectMany(node => Edges(node, described, values)).ToArray();
        var others = found.Skip(LargestCount).Where(node => node.Operands.Any(described.Contains));
        var gradients = new ReplayedGradients(
            nodes, roots.Select(Node.Operand), node => node.Gradient, others, values);
        return new GraphSnapshot(
            [
                .. nodes.Select(node => Describe(node, values.Of(node), gradients.Of(node)) with
                {
                    SavedBytes = node.SavedBytes,
                    Freed = node.FreedBy is not null,
                    Gathered = gradients.Gathered(node),
                }),
            ],
            [
                .. edges.Select(edge => edge.Told with
                {
                    Contribution = gradients.Contribution(edge.User, edge.Told.Operand),
                }),
            ],
            [.. roots.Select(root => root.Node!.Id).Distinct()],
            nodes.Any(node => node.Differentiated),
            found.Count - nodes.Count);
    }

    /// <summary>What a snapshot tells of a node whose value and gradient are known, as after a pass.</summary>
    public static GraphNode Describe(Node node, ValueSummary? value, ValueSummary? gradient) => new(
        node.Id,
        Kind(node),
        node.Name,
        node.Operation is null ? null : node.OperationName,
        node.Notation,
        node.Shape,
        node.DType,
        value,
        gradient,
        SavedBytes: 0,
        Freed: true,
        node.Line)
    {
        Module = node.Module,
    };

    private static GraphNodeKind Kind(Node node) => node switch
    {
        { Operation: not null } => GraphNodeKind.Operation,
        { NeedsGradient: true } => GraphNodeKind.Parameter,
        _ => GraphNodeKind.Constant,
    };

    private static IEnumerable<(Node User, GraphEdge Told)> Edges(
        Node node, HashSet<Node> described, ReplayedValues values)
    {
        for (var operand = 0; operand < node.Operands.Count; operand++)
        {
            var from = node.Operands[operand];
            if (described.Contains(from))
            {
                var slope = LocalDerivative(node, operand, values);
                yield return (node, new GraphEdge(from.Id, node.Id, operand, from.NeedsGradient, slope));
            }
        }
    }

    private static double? LocalDerivative(Node node, int operand, ReplayedValues values) =>
        node.Value is { Count: 1 } value
        && node.Operands[operand] is { NeedsGradient: true, Shape.Count: 1 }
        && values.Pull(node, operand, Tensor.OnesLike(value)) is { } slope
            ? ValueInspector.Read(slope)[0]
            : null;
}
