using NotebookGrad.Operations;

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
        return new GraphSnapshot(
            [.. nodes.Select(Describe)],
            [.. nodes.SelectMany(node => Edges(node, described))],
            [.. roots.Select(root => root.Node!.Id).Distinct()],
            nodes.Any(node => node.Differentiated),
            found.Count - nodes.Count);
    }

    private static GraphNode Describe(Node node) => new(
        node.Id,
        Kind(node),
        node.Name,
        node.Operation is null ? null : node.OperationName,
        node.Notation,
        node.Shape,
        node.DType,
        (node.Value ?? node.SavedValue) is { } value
            ? ValueInspector.Summarize(value)
            : null,
        node.Gradient is { } gradient ? ValueInspector.Summarize(gradient) : null,
        node.SavedBytes,
        node.FreedBy is not null,
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

    private static IEnumerable<GraphEdge> Edges(Node node, HashSet<Node> described)
    {
        for (var operand = 0; operand < node.Operands.Length; operand++)
        {
            var from = node.Operands[operand];
            if (described.Contains(from))
            {
                yield return new GraphEdge(
                    from.Id, node.Id, operand, from.NeedsGradient, LocalDerivative(node, operand));
            }
        }
    }

    // The operation's own derivative, from the values that nodes keep for drawing; it works after Backward, too.
    private static double? LocalDerivative(Node node, int operand)
    {
        if (node.Value is not { Count: 1 } value || !node.Operands[operand].NeedsGradient
            || node.Operands.Any(other => other.Value is not { Count: 1 }))
        {
            return null;
        }

        using (Autograd.NoGrad())
        {
            try
            {
                var kept = new Kept(node, forDrawing: true);
                return ValueInspector.Read(node.Operation!.Pull(kept, operand, Tensor.OnesLike(value)))[0];
            }
            catch (Exception) when (node.Operation!.IsCustom)
            {
                // A picture does without what a user's derivative does not give.
                return null;
            }
        }
    }
}
