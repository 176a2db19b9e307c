namespace NotebookGrad.Layouts;

/// <summary>An order in which every edge leads forward.</summary>
internal static class TopologicalOrder
{
    /// <summary>
    /// The nodes in such an order, the same each time; those on a circle and behind one are missing.
    /// </summary>
    public static int[] Of(int nodes, int[] from, int[] to)
    {
        var waiting = new int[nodes];
        foreach (var node in to)
        {
            waiting[node]++;
        }

        var incidence = new Incidence(nodes, from, to);
        var order = new List<int>(nodes);
        for (var node = 0; node < nodes; node++)
        {
            if (waiting[node] == 0)
            {
                order.Add(node);
            }
        }

        for (var index = 0; index < order.Count; index++)
        {
            foreach (var edge in incidence.Of(order[index]))
            {
                if (from[edge] == order[index] && --waiting[to[edge]] == 0)
                {
                    order.Add(to[edge]);
                }
            }
        }

        return [.. order];
    }
}
