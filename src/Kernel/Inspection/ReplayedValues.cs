using NotebookGrad.Operations;

namespace NotebookGrad.Inspection;

/// <summary>
/// The values in a graph, for a picture: what nodes still have, and what they have not is computed again from the
/// values of their operands, if these are as they were.
/// </summary>
internal sealed class ReplayedValues
{
    // A derivative reads no operand beyond these.
    private const int MostKept = 30;

    private readonly Dictionary<Node, Tensor> values = [];
    private readonly Dictionary<Node, ValueSummary> summaries = [];
    private readonly ReplayBudget budget;

    /// <summary>The values of nodes that are given operands first.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="kept">What is still there of a node's value.</param>
    /// <param name="budget">How much may be computed.</param>
    public ReplayedValues(IReadOnlyList<Node> nodes, Func<Node, Tensor?> kept, ReplayBudget budget)
    {
        this.budget = budget;

        // All of them or none: what a part would tell is how the leaves' side begins.
        var missing = nodes.Where(node => node.Operation is not null && kept(node) is null);
        var computes = budget.Take(missing.Sum(ReplayBudget.Cost));
        foreach (var node in nodes)
        {
            if ((kept(node)?.Detach() ?? (computes ? Evaluate(node) : null)) is { } value)
            {
                values[node] = value;
                summaries[node] = ValueInspector.Summarize(value);
            }
        }
    }

    /// <summary>What a picture tells of a node's value, or null where it is not known.</summary>
    public ValueSummary? Of(Node node) => summaries.GetValueOrDefault(node);

    /// <summary>
    /// The gradient by one operand, given the gradient by the result; null where what the derivative reads is not
    /// known.
    /// </summary>
    public Tensor? Pull(Node node, int operand, Tensor gradient)
    {
        if (!Knows(node, node.Operation!.Keeps(operand)) || !budget.Take(ReplayBudget.Cost(node)))
        {
            return null;
        }

        try
        {
            // A user's derivative may write on what it is given.
            var given = node.Operation.IsCustom ? gradient.Clone() : gradient;
            return node.Operation.Pull(new Kept(node, other => values[other]), operand, given)
                .SumTo(node.Operands[operand].Shape);
        }
        catch (Exception)
        {
            // A picture does without what a derivative does not give.
            return null;
        }
    }

    /// <summary>Says that nobody will pull through a node or its users any more.</summary>
    public void Forget(Node node) => values.Remove(node);

    private Tensor? Evaluate(Node node)
    {
        if (node is not { IsChanged: false, Operation.IsRepeatable: true }
            || !node.Operands.All(operand => Knows(operand, node)))
        {
            return null;
        }

        try
        {
            return node.Operation.Evaluate([.. node.Operands.Select(operand => values[operand])]);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private bool Knows(Node node, Keep kept)
    {
        for (var operand = 0; operand < Math.Min(node.Operands.Count, MostKept); operand++)
        {
            if (kept.HasFlag((Keep)(1 << operand)) && !Knows(node.Operands[operand], node))
            {
                return false;
            }
        }

        return !kept.HasFlag(Keep.Output) || values.ContainsKey(node);
    }

    // A leaf's value is that of now; what was recorded after its last change has seen no other.
    private bool Knows(Node node, Node user) => values.TryGetValue(node, out var value)
        && (node.Operation is not null || !(value.Storage.LastChange?.LastNode >= user.Id));
}
