namespace NotebookGrad;

/// <summary>What of a graph lies between its roots and some chosen nodes.</summary>
internal sealed class BackwardRoute
{
    private readonly bool[] wanted;
    private readonly bool[] pulls;

    /// <summary>The way to these nodes, by their numbers; −1 is none.</summary>
    /// <param name="order">The graph.</param>
    /// <param name="slots">The nodes' numbers.</param>
    /// <param name="ends">Whether it ends at each of them, even if one was made from another.</param>
    public BackwardRoute(GraphOrder order, int[] slots, bool ends = false)
    {
        wanted = new bool[order.Count];
        pulls = new bool[order.Count];
        foreach (var slot in slots.Where(slot => slot >= 0))
        {
            wanted[slot] = true;
        }

        // A node is younger than what it was made from.
        foreach (var slot in Enumerable.Range(0, order.Count).OrderBy(slot => order[slot].Id))
        {
            for (var operand = 0; operand < order[slot].Operands.Count && !(ends && wanted[slot]); operand++)
            {
                var source = order.OperandSlot(slot, operand);
                pulls[slot] |= source >= 0 && Leads(source);
            }
        }
    }

    /// <summary>Whether the node's gradient was asked for.</summary>
    public bool IsWanted(int slot) => wanted[slot];

    /// <summary>Whether the node must be differentiated.</summary>
    public bool Pulls(int slot) => pulls[slot];

    /// <summary>Whether a gradient that is given to the node serves for anything.</summary>
    public bool Leads(int slot) => wanted[slot] || pulls[slot];
}
