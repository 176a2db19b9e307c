namespace NotebookGrad.Inspection;

/// <summary>
/// What a backward pass did to a graph, gone through once more for a picture: what flowed back along each use of a
/// value, and the gradients that these add up to. Where a hook may have made another gradient, the one that the pass
/// has left is the truth, and contributions that do not add up to it are not told.
/// </summary>
internal sealed class ReplayedGradients
{
    private readonly ReplayedValues values;
    private readonly HashSet<Node> roots;
    private readonly Func<Node, Tensor?> kept;
    private readonly Dictionary<Node, Arrivals> arrivals = [];
    private readonly Dictionary<Node, ValueSummary> gradients = [];
    private readonly Dictionary<Node, ValueSummary> gathered = [];
    private readonly Dictionary<Node, ValueSummary?[]> contributions = [];

    /// <summary>Goes back through nodes that are given operands first.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="roots">Those that the graph was asked for.</param>
    /// <param name="kept">What is still there of a node's gradient.</param>
    /// <param name="others">Users of the nodes that are left out, so that what they gave is not known.</param>
    /// <param name="values">The nodes' values; each is let go when it has been read.</param>
    public ReplayedGradients(
        IReadOnlyList<Node> nodes,
        IEnumerable<Node> roots,
        Func<Node, Tensor?> kept,
        IEnumerable<Node> others,
        ReplayedValues values)
    {
        (this.kept, this.values) = (kept, values);
        this.roots = [.. roots];
        foreach (var other in others)
        {
            PullThrough(other, null);
        }

        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            if (nodes[i].NeedsGradient)
            {
                arrivals.Remove(nodes[i], out var arrived);
                PullThrough(nodes[i], Settle(nodes[i], arrived));
            }

            values.Forget(nodes[i]);
        }
    }

    /// <summary>The gradient by a node's value, or null where it is not known.</summary>
    public ValueSummary? Of(Node node) => gradients.GetValueOrDefault(node);

    /// <summary>What <c>.Grad</c> holds where that is another than this graph's gradient, else null.</summary>
    public ValueSummary? Gathered(Node node) => gathered.GetValueOrDefault(node);

    /// <summary>What flowed back from a node to one of its operands, or null where it is not known.</summary>
    public ValueSummary? Contribution(Node node, int operand) =>
        contributions.GetValueOrDefault(node)?[operand];

    // Decides on a node's gradient, and gives back what was pulled further.
    private Tensor? Settle(Node node, Arrivals? arrived)
    {
        var sum = arrived?.Sum;
        var told = kept(node);
        if (told is null)
        {
            // A hook may have made another of it.
            var found = node.Hooks is { Tensor.Length: > 0 } ? null : sum ?? Seed(node);
            Tell(gradients, node, found);
            return found;
        }

        if (sum is null || arrived!.AddUpTo(told))
        {
            // What a leaf holds that nothing here gave to is of earlier passes.
            Tell(node.Gathers && arrived is null && !roots.Contains(node) ? gathered : gradients, node, told);
            return told;
        }

        if (node.Hooks is not { Tensor.Length: > 0 })
        {
            // Without a hook, what was kept is of more or fewer passes than this graph's.
            Tell(gradients, node, sum);
            Tell(gathered, node, node.Gathers ? told : null);
            return sum;
        }

        foreach (var (user, operand) in arrived.Uses)
        {
            contributions[user][operand] = null;
        }

        Tell(gradients, node, told);
        return told;
    }

    private Tensor? Seed(Node node) =>
        roots.Contains(node) && node is { Differentiated: true, Value: { Count: 1 } value }
            ? Tensor.OnesLike(value)
            : null;

    private void PullThrough(Node node, Tensor? gradient)
    {
        if (!node.Differentiated)
        {
            return;
        }

        // What these hooks have made of a gradient has left no trace.
        var pulled = node.Hooks is { Before.Length: > 0 } or { After.Length: > 0 } ? null : gradient;
        var told = contributions[node] = new ValueSummary?[node.Operands.Count];
        for (var operand = 0; operand < node.Operands.Count; operand++)
        {
            var source = node.Operands[operand];
            if (!source.NeedsGradient)
            {
                continue;
            }

            var contribution = pulled is null ? null : values.Pull(node, operand, pulled);
            told[operand] = contribution is null ? null : ValueInspector.Summarize(contribution);
            if (!arrivals.TryGetValue(source, out var arrived))
            {
                arrivals[source] = arrived = new Arrivals();
            }

            arrived.Add(node, operand, contribution, told[operand]);
        }
    }

    private static void Tell(Dictionary<Node, ValueSummary> summaries, Node node, Tensor? tensor)
    {
        if (tensor is not null)
        {
            summaries[node] = ValueInspector.Summarize(tensor);
        }
    }
}
