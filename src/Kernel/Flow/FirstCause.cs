using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// Finds where NaN or ∞ first came from in a pass that has met some, while operations still have what they kept: the
/// first value that is not finite though all that it was made from is; else, on the way back, the first gradient.
/// </summary>
internal static class FirstCause
{
    /// <summary>The cause in the graph behind a loss; one without an operation if the graph is too large.</summary>
    public static NotFiniteCause Of(Tensor root, WatchedParameters watched, long step)
    {
        var graph = Graph.Of(root);
        var nodes = graph.Nodes.ToDictionary(node => node.Id);
        var operands = graph.Edges.ToLookup(edge => edge.To, edge => nodes[edge.From]);
        var users = graph.Edges.ToLookup(edge => edge.From, edge => Operation(nodes[edge.To]));
        var value = graph.Nodes.FirstOrDefault(node =>
            IsBroken(node.Value) && !operands[node.Id].Any(operand => IsBroken(operand.Value)));
        if (value is not null)
        {
            return Told(value, value.Value!, [.. operands[value.Id]], inBackward: false);
        }

        // Nodes stand in the order of the forward pass, so that the last user is the first on the way back.
        var edge = graph.Edges
            .Where(edge => edge.CarriesGradient
                && IsBroken(edge.Contribution ?? nodes[edge.From].Gradient) && !IsBroken(nodes[edge.To].Gradient))
            .MaxBy(edge => edge.To);
        return edge is null
            ? new(step, false, string.Empty, null, watched.Model, null, 0, 0, [])
            : Told(
                nodes[edge.To], (edge.Contribution ?? nodes[edge.From].Gradient)!, [nodes[edge.From]], inBackward: true);

        NotFiniteCause Told(GraphNode node, ValueSummary broken, GraphNode[] given, bool inBackward) => new(
            step,
            inBackward,
            Operation(node),
            node.Name,
            node.Module?.Path ?? LayerBefore(node) ?? watched.Model,
            node.Line,
            broken.NaNs,
            broken.Infinities,
            [
                .. given.Select(one => new NotFiniteOperand(
                    one.Name,
                    one.Operation,
                    one.Shape,
                    one.Value?.Minimum ?? double.NaN,
                    one.Value?.Maximum ?? double.NaN)),
            ])
        {
            Uses = [.. users[node.Id].Distinct()],
        };

        string? LayerBefore(GraphNode node)
        {
            var behind = new HashSet<long> { node.Id };
            for (var queue = new Queue<GraphNode>([node]); queue.TryDequeue(out var next);)
            {
                if (next is { Kind: GraphNodeKind.Parameter, Name: { } name })
                {
                    return watched.All.FirstOrDefault(one => one.Name == name)?.Layer ?? name;
                }

                foreach (var operand in operands[next.Id].Where(operand => behind.Add(operand.Id)))
                {
                    queue.Enqueue(operand);
                }
            }

            return null;
        }
    }

    private static string Operation(GraphNode node) => node.Operation
        ?? (node.Kind == GraphNodeKind.Parameter ? NotFiniteCause.Parameter : NotFiniteCause.Constant);

    private static bool IsBroken(ValueSummary? summary) => summary is { } known && known.NaNs + known.Infinities > 0;
}
