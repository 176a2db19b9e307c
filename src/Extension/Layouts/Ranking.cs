namespace NotebookGrad.Layouts;

/// <summary>Gives every node the column it stands in, so that all edges lead to the right.</summary>
internal static class Ranking
{
    /// <summary>
    /// Longest-path ranks from the left; then nodes with fewer edges in than out move right to the nearest node that
    /// uses them, so that an operand stands beside its operation and not at the far end of a long edge.
    /// </summary>
    public static int[] Of(LayoutGraph graph)
    {
        var outgoing = new List<int>[graph.Nodes.Count];
        var incoming = new int[graph.Nodes.Count];
        for (var node = 0; node < outgoing.Length; node++)
        {
            outgoing[node] = [];
        }

        foreach (var edge in graph.Edges)
        {
            outgoing[edge.From].Add(edge.To);
            incoming[edge.To]++;
        }

        var order = TopologicalOrder(outgoing, incoming);
        var ranks = new int[outgoing.Length];
        foreach (var node in order)
        {
            foreach (var target in outgoing[node])
            {
                ranks[target] = Math.Max(ranks[target], ranks[node] + 1);
            }
        }

        for (var index = order.Count - 1; index >= 0; index--)
        {
            var node = order[index];
            if (outgoing[node].Count > incoming[node] || (incoming[node] == 1 && outgoing[node].Count == 1))
            {
                ranks[node] = outgoing[node].Min(target => ranks[target]) - 1;
            }
        }

        return ranks;
    }

    private static List<int> TopologicalOrder(List<int>[] outgoing, int[] incoming)
    {
        var waiting = (int[])incoming.Clone();
        var order = new List<int>(outgoing.Length);
        for (var node = 0; node < outgoing.Length; node++)
        {
            if (waiting[node] == 0)
            {
                order.Add(node);
            }
        }

        for (var index = 0; index < order.Count; index++)
        {
            foreach (var target in outgoing[order[index]])
            {
                if (--waiting[target] == 0)
                {
                    order.Add(target);
                }
            }
        }

        return order.Count == outgoing.Length
            ? order
            : throw new ArgumentException("the edges form a circle; a layered layout needs a graph without one");
    }
}
