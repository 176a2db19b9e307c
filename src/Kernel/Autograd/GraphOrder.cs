using System.Runtime.InteropServices;

namespace NotebookGrad;

/// <summary>
/// The nodes that a gradient reaches from some roots, numbered, with the number of gradients that each awaits.
/// Iterative: a chain of a million nodes works.
/// </summary>
internal sealed class GraphOrder : IDisposable
{
    // A small graph is numbered in less time than the lists for it are allocated: each thread keeps one set of them.
    private const int LargestKept = 4096;

    // Numbers stand in the nodes themselves while a graph is being numbered, which is an order of magnitude faster than
    // a dictionary; graphs share nodes, so one traversal at a time. A number that another has left points at another
    // node, or at none.
    private static readonly Lock Gate = new();

    [ThreadStatic]
    private static GraphOrder? spare;

    private readonly List<Entry> entries = [];
    private readonly List<int> operandSlots = [];
    private readonly Stack<int> ready = new();

    private GraphOrder()
    {
    }

    /// <summary>How many nodes there are.</summary>
    public int Count => entries.Count;

    /// <summary>A node by its number.</summary>
    public Node this[int slot] => entries[slot].Node;

    /// <summary>Numbers what lies behind some roots, the roots themselves first.</summary>
    public static GraphOrder From(params ReadOnlySpan<Node> roots)
    {
        var order = spare ?? new GraphOrder();
        spare = null;
        lock (Gate)
        {
            order.Number(roots);
        }

        // A root may lie behind another.
        for (var slot = 0; slot < roots.Length; slot++)
        {
            if (slot < order.Count && order.entries[slot] is { Awaited: 0, Node: var node } && roots.Contains(node))
            {
                order.ready.Push(slot);
            }
        }

        return order;
    }

    /// <summary>What has arrived of a node's gradient.</summary>
    public ref Tensor? Gradient(int slot) => ref CollectionsMarshal.AsSpan(entries)[slot].Gradient;

    /// <summary>The number of an operand's node, or −1 where it needs no gradient.</summary>
    public int OperandSlot(int slot, int operand) => operandSlots[entries[slot].FirstOperand + operand];

    /// <summary>The number of a node, or −1 if it lies behind no root.</summary>
    public int SlotOf(Node? node)
    {
        for (var slot = 0; slot < entries.Count; slot++)
        {
            if (entries[slot].Node == node)
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>A node whose gradient is complete, the roots first; false after the last.</summary>
    public bool Next(out int slot) => ready.TryPop(out slot);

    /// <summary>Counts what a node has given to its operands as arrived there.</summary>
    public void Done(int slot)
    {
        var span = CollectionsMarshal.AsSpan(entries);
        for (var operand = 0; operand < span[slot].Node.Operands.Count; operand++)
        {
            var source = OperandSlot(slot, operand);
            if (source >= 0 && --span[source].Awaited == 0)
            {
                ready.Push(source);
            }
        }
    }

    /// <summary>Keeps the lists for the thread's next graph.</summary>
    public void Dispose()
    {
        if (entries.Count <= LargestKept)
        {
            entries.Clear();
            operandSlots.Clear();
            ready.Clear();
            spare = this;
        }
    }

    private void Number(ReadOnlySpan<Node> roots)
    {
        foreach (var root in roots)
        {
            if (!IsNumbered(root))
            {
                Add(root);
            }
        }

        for (var next = 0; next < entries.Count; next++)
        {
            CollectionsMarshal.AsSpan(entries)[next].FirstOperand = operandSlots.Count;
            var operands = entries[next].Node.Operands;
            for (var operand = 0; operand < operands.Count; operand++)
            {
                operandSlots.Add(operands.Next(operand) is { } node ? Await(node) : -1);
            }
        }
    }

    private bool IsNumbered(Node node) => node.Slot < entries.Count && entries[node.Slot].Node == node;

    private int Await(Node node)
    {
        var slot = IsNumbered(node) ? node.Slot : Add(node);
        CollectionsMarshal.AsSpan(entries)[slot].Awaited++;
        return slot;
    }

    private int Add(Node node)
    {
        node.Slot = entries.Count;
        entries.Add(new Entry { Node = node });
        return node.Slot;
    }

    private struct Entry
    {
        public Node Node;
        public Tensor? Gradient;
        public int Awaited;
        public int FirstOperand;
    }
}
