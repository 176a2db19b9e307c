namespace NotebookGrad.Tests.Programs;

/// <summary>Looks at recorded graphs.</summary>
internal static class Graphs
{
    /// <summary>Whether a tensor was computed from a leaf in a way that gradients go.</summary>
    public static bool Reaches(Tensor? output, Tensor leaf)
    {
        var seen = new HashSet<Node>();
        var pending = new Stack<Node>();
        if (output?.Node is { } root)
        {
            pending.Push(root);
        }

        while (pending.TryPop(out var node))
        {
            if (node == leaf.Node)
            {
                return true;
            }

            if (seen.Add(node))
            {
                Array.ForEach(node.Operands, pending.Push);
            }
        }

        return false;
    }
}
