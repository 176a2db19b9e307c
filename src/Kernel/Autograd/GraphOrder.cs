namespace NotebookGrad;

/// <summary>
/// The nodes that a gradient reaches from a root, numbered, with the number of gradients that each awaits. Iterative: a
/// chain of a million nodes works.
/// </summary>
internal sealed class GraphOrder
{
    // Numbers stand in the nodes themselves while a graph is being numbered, which is an order of magnitude faster than
    // a dictionary; graphs share nodes, so one traversal at a time.
    private static readonly Lock Gate = new();
    private static long lastMark;

    private readonly List<Node> nodes = [];
    private readonly List<int> awaited = [];
    private readonly List<int> operandSlots = [];
    private readonly List<int> firstOperand = [];

    /// <summary>Numbers what lies behind a root, the root itself first.</summary>
    public GraphOrder(Node root)
    {
        lock (Gate)
        {
            var mark = ++lastMark;
            Add(root, mark);
            for (var next = 0; next < nodes.Count; next++)
            {
                firstOperand.Add(operandSlots.Count);
                foreach (var operand in nodes[next].Operands)
                {
                    operandSlots.Add(operand.NeedsGradient ? Await(operand, mark) : -1);
                }
            }
        }
    }

    /// <summary>How many nodes there are.</summary>
    public int Count => nodes.Count;

    /// <summary>A node by its number.</summary>
    public Node this[int slot] => nodes[slot];

    /// <summary>The number of an operand's node, or −1 where it needs no gradient.</summary>
    public int OperandSlot(int slot, int operand) => operandSlots[firstOperand[slot] + operand];

    /// <summary>Counts a gradient as arrived, and returns whether it was the last.</summary>
    public bool Arrive(int slot) => --System.Runtime.InteropServices.CollectionsMarshal.AsSpan(awaited)[slot] == 0;

    /// <summary>The number of a node, or −1 if it does not lie behind the root.</summary>
    public int SlotOf(Node? node) => node is null ? -1 : nodes.IndexOf(node);

    /// <summary>All numbers, so that a node comes after all that await its gradient.</summary>
    public IEnumerable<int> RootFirst()
    {
        var ready = new Stack<int>([0]);
        while (ready.TryPop(out var slot))
        {
            yield return slot;
            for (var operand = 0; operand < nodes[slot].Operands.Length; operand++)
            {
                var source = OperandSlot(slot, operand);
                if (source >= 0 && Arrive(source))
                {
                    ready.Push(source);
                }
            }
        }
    }

    private int Await(Node node, long mark)
    {
        var slot = node.Mark == mark ? node.Slot : Add(node, mark);
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(awaited)[slot]++;
        return slot;
    }

    private int Add(Node node, long mark)
    {
        (node.Mark, node.Slot) = (mark, nodes.Count);
        nodes.Add(node);
        awaited.Add(0);
        return node.Slot;
    }
}
