namespace NotebookGrad.Inspection;

/// <summary>Counts the graphs that a tensor keeps alive.</summary>
internal static class HeldInspector
{
    /// <summary>What a tensor holds.</summary>
    public static HeldGraphs Inspect(Tensor tensor)
    {
        if (tensor.Node is not { Operation: not null } root)
        {
            return new HeldGraphs(Name(tensor), 0, 0, 0, null);
        }

        long added = 0, sums = 0;
        var node = root;
        while (IsSum(node) && (node.Line ?? root.Line) == (root.Line ?? node.Line))
        {
            // The total so far is the first operand; a total that began as a number holds nothing.
            sums++;
            added += node.Operands[1].NeedsGradient ? 1 : 0;
            node = node.Operands[0];
        }

        added += node.NeedsGradient ? 1 : 0;
        return new HeldGraphs(
            Name(tensor), sums > 1 ? added : 1, CountOperations(root), LedgerInspector.Inspect(tensor).TotalBytes,
            root.Line);
    }

    private static string Name(Tensor tensor) =>
        tensor.Shape.Rank == 0 && Naming.Of(tensor) is null ? "an unnamed scalar" : tensor.Describe();

    private static bool IsSum(Node node) => node is { Operation: not null, Operands.Count: 2 }
        && node.OperationName is "add" or "add_";

    private static long CountOperations(Node root)
    {
        using var order = GraphOrder.From(root);
        return Enumerable.Range(0, order.Count).LongCount(slot => order[slot].Operation is not null);
    }
}
