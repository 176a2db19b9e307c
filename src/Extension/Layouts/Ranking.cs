namespace NotebookGrad.Layouts;

/// <summary>Gives every node of a connected graph its rank, so that all edges lead to the right.</summary>
internal static class Ranking
{
    // Beyond these the best ranks cost more time than a reader of so large a picture gains.
    private const int MostNodes = 5000;
    private const int ExchangesByNode = 5;
    private const double WeightSteps = 8;
    private const double GreatestWeight = 1 << 20;

    /// <summary>
    /// The ranks, from 0. Edges that come in through the left border come from before the first rank, those that go
    /// out through the right border lead behind the last.
    /// </summary>
    public static int[] Of(FlatGraph graph)
    {
        // Each border is one more node; weightless edges keep every node between the two.
        var count = graph.Boxes.Length;
        var (left, right) = (count, count + 1);
        var hasLeft = graph.Edges.Any(edge => edge.From < 0);
        var hasRight = graph.Edges.Any(edge => edge.To < 0);
        var edges = graph.Edges.Select(edge => (
            From: edge.From < 0 ? left : edge.From,
            To: edge.To < 0 ? right : edge.To,
            Weight: (long)Math.Clamp(edge.Weight * WeightSteps, 1, GreatestWeight))).ToList();
        for (var node = 0; node < count && (hasLeft || hasRight); node++)
        {
            edges.Add((left, node, 0));
            edges.Add((node, right, 0));
        }

        int[] from = [.. edges.Select(edge => edge.From)];
        int[] to = [.. edges.Select(edge => edge.To)];
        var ranks = new int[hasLeft || hasRight ? count + 2 : count];
        LongestPath(from, to, ranks);
        if (count <= MostNodes)
        {
            long[] weights = [.. edges.Select(edge => edge.Weight)];
            int[] lengths = [.. from.Select(_ => 1)];
            var isElastic = new bool[from.Length];
            NetworkSimplex.Improve(
                from, to, lengths, weights, isElastic, ranks, ExchangesByNode * ranks.Length);
            Balance(from, to, weights, ranks, count);
        }

        var lowest = ranks.Take(count).DefaultIfEmpty(0).Min();
        return [.. ranks.Take(count).Select(rank => rank - lowest)];
    }

    /// <summary>
    /// Longest-path ranks from the left; then nodes with fewer edges in than out move right to the nearest node that
    /// uses them, so that an operand stands beside its operation and not at the far end of a long edge.
    /// </summary>
    private static void LongestPath(int[] from, int[] to, int[] ranks)
    {
        var incidence = new Incidence(ranks.Length, from, to);
        var order = TopologicalOrder.Of(ranks.Length, from, to);
        foreach (var node in order)
        {
            foreach (var edge in incidence.Of(node))
            {
                if (from[edge] == node)
                {
                    ranks[to[edge]] = Math.Max(ranks[to[edge]], ranks[node] + 1);
                }
            }
        }

        foreach (var node in order.Reverse())
        {
            var (outgoing, incoming, nearest) = (0, 0, int.MaxValue);
            foreach (var edge in incidence.Of(node))
            {
                outgoing += from[edge] == node ? 1 : 0;
                incoming += to[edge] == node ? 1 : 0;
                nearest = from[edge] == node ? Math.Min(nearest, ranks[to[edge]]) : nearest;
            }

            if (outgoing > incoming)
            {
                ranks[node] = nearest - 1;
            }
        }
    }

    /// <summary>Moves each node that is as well off at several ranks to the one that holds the fewest.</summary>
    private static void Balance(int[] from, int[] to, long[] weights, int[] ranks, int count)
    {
        var lowest = ranks.Min();
        var held = new int[ranks.Max() - lowest + 1];
        foreach (var rank in ranks)
        {
            held[rank - lowest]++;
        }

        var incidence = new Incidence(ranks.Length, from, to);
        for (var node = 0; node < count; node++)
        {
            var (surplus, first, last) = (0L, int.MinValue, int.MaxValue);
            foreach (var edge in incidence.Of(node))
            {
                surplus += from[edge] == node ? weights[edge] : -weights[edge];
                first = to[edge] == node ? Math.Max(first, ranks[from[edge]] + 1) : first;
                last = from[edge] == node ? Math.Min(last, ranks[to[edge]] - 1) : last;
            }

            if (surplus != 0 || first == int.MinValue || last == int.MaxValue)
            {
                continue;
            }

            var best = ranks[node];
            for (var rank = first; rank <= last; rank++)
            {
                best = held[rank - lowest] < held[best - lowest] - (best == ranks[node] ? 1 : 0) ? rank : best;
            }

            held[ranks[node] - lowest]--;
            held[best - lowest]++;
            ranks[node] = best;
        }
    }
}
