namespace NotebookGrad.Inspection;

/// <summary>Follows <c>grad_fn</c> from node to node.</summary>
public static class ChainInspector
{
    /// <summary>A chain is followed for at most so many lines.</summary>
    public const int LargestCount = 20_000;

    extension(Node root)
    {
        /// <summary>The chain behind the node as it stands now, for drawing.</summary>
        public ChainSnapshot Chain()
        {
            var lines = new List<ChainLine>();
            var seen = new HashSet<Node>();
            var pending = new Stack<(Node Node, int Depth)>([(root, 0)]);
            while (lines.Count < LargestCount && pending.TryPop(out var next))
            {
                var (node, depth) = next;
                var repeated = !seen.Add(node);
                lines.Add(new ChainLine(
                    node.Id, depth, node.OperationName, node.Name, node.Shape, node.DType, node.SavedBytes,
                    node.FreedBy is not null, repeated));
                foreach (var operand in repeated ? [] : node.Operands.Reverse().Where(operand => operand.NeedsGradient))
                {
                    pending.Push((operand, depth + 1));
                }
            }

            return new ChainSnapshot(lines, pending.Count);
        }
    }
}
