namespace NotebookGrad.Layouts;

/// <summary>
/// Ranks of least total weighted edge length by the network simplex method (Gansner, Koutsofios, North and Vo 1993,
/// section 2): in a spanning tree of tight edges, one of negative cut value is exchanged until there is none.
/// </summary>
internal sealed class NetworkSimplex
{
    // Among so many edges that may leave the tree, the most negative one does.
    private const int Candidates = 30;

    private readonly int[] from;
    private readonly int[] to;
    private readonly int[] lengths;
    private readonly int[] ranks;
    private readonly Incidence incidence;
    private readonly bool[] inTree;
    private readonly long[] cuts;
    private readonly List<int> tree = [];

    // The tree as a walk from its root sees it. A subtree is a run of numbers that ends with that of its top.
    private readonly int[] parentEdge;
    private readonly int[] number;
    private readonly int[] low;
    private readonly int[] numbered;
    private readonly int[] progress;
    private int search;

    private NetworkSimplex(int[] from, int[] to, int[] lengths, int[] ranks)
    {
        (this.from, this.to, this.lengths, this.ranks) = (from, to, lengths, ranks);
        incidence = new Incidence(ranks.Length, from, to);
        inTree = new bool[from.Length];
        cuts = new long[from.Length];
        parentEdge = new int[ranks.Length];
        number = new int[ranks.Length];
        low = new int[ranks.Length];
        numbered = new int[ranks.Length];
        progress = new int[ranks.Length];
    }

    /// <summary>
    /// Improves feasible ranks of a connected graph in place, until they are the best or so many edges were exchanged.
    /// </summary>
    public static void Improve(
        int[] from, int[] to, int[] lengths, long[] weights, int[] ranks, int exchanges)
    {
        if (ranks.Length < 2)
        {
            return;
        }

        var simplex = new NetworkSimplex(from, to, lengths, ranks);
        simplex.Span();
        simplex.Walk(top: 0, edge: -1, first: 0);
        simplex.CutAll(weights);
        while (exchanges-- > 0 && simplex.Leaving() is var leaving and >= 0)
        {
            simplex.Exchange(leaving, simplex.Entering(leaving));
        }
    }

    private int Slack(int edge) => ranks[to[edge]] - ranks[from[edge]] - lengths[edge];

    private int Other(int edge, int node) => from[edge] == node ? to[edge] : from[edge];

    private bool IsWithin(int node, int top) => low[top] <= number[node] && number[node] <= number[top];

    /// <summary>Grows a tree by the edge of least slack, moving what it has to make that edge tight.</summary>
    private void Span()
    {
        var moved = 0;
        var reached = new bool[ranks.Length];
        var ahead = new PriorityQueue<int, (int, int)>();
        var behind = new PriorityQueue<int, (int, int)>();
        Reach(0);
        while (tree.Count + 1 < ranks.Length)
        {
            var slackAhead = Least(ahead) - moved;
            var slackBehind = Least(behind) + moved;
            var edge = slackAhead <= slackBehind ? ahead.Dequeue() : behind.Dequeue();
            moved += slackAhead <= slackBehind ? slackAhead : -slackBehind;
            inTree[edge] = true;
            tree.Add(edge);
            Reach(reached[from[edge]] ? to[edge] : from[edge]);
        }

        for (var node = 0; node < ranks.Length; node++)
        {
            ranks[node] += moved;
        }

        // A node in the tree has all its moves to come, those before it joined taken off.
        void Reach(int node)
        {
            reached[node] = true;
            foreach (var edge in incidence.Of(node))
            {
                if (!reached[Other(edge, node)])
                {
                    var isAhead = from[edge] == node;
                    (isAhead ? ahead : behind).Enqueue(edge, (Slack(edge) + (isAhead ? moved : -moved), edge));
                }
            }

            ranks[node] -= moved;
        }

        int Least(PriorityQueue<int, (int Slack, int Edge)> queue)
        {
            while (queue.TryPeek(out var edge, out var least))
            {
                if (!reached[from[edge]] || !reached[to[edge]])
                {
                    return least.Slack;
                }

                queue.Dequeue();
            }

            return int.MaxValue / 2;
        }
    }

    /// <summary>Numbers the subtree below a node from <paramref name="first"/> on, each after those below it.</summary>
    private void Walk(int top, int edge, int first)
    {
        parentEdge[top] = edge;
        low[top] = first;
        progress[top] = 0;
        for (var node = top; node >= 0;)
        {
            var edges = incidence.Of(node);
            var child = -1;
            while (child < 0 && progress[node] < edges.Length)
            {
                var next = edges[progress[node]++];
                if (inTree[next] && next != parentEdge[node])
                {
                    child = Other(next, node);
                    parentEdge[child] = next;
                    low[child] = first;
                    progress[child] = 0;
                }
            }

            if (child < 0)
            {
                numbered[first] = node;
                number[node] = first++;
                child = node == top ? -1 : Other(parentEdge[node], node);
            }

            node = child;
        }
    }

    private void CutAll(long[] weights)
    {
        // What leaves a subtree less what enters it is the sum over its nodes: edges within cancel.
        var surplus = new long[ranks.Length];
        for (var edge = 0; edge < from.Length; edge++)
        {
            surplus[from[edge]] += weights[edge];
            surplus[to[edge]] -= weights[edge];
        }

        foreach (var node in numbered.AsSpan(0, ranks.Length - 1))
        {
            var edge = parentEdge[node];
            cuts[edge] = from[edge] == node ? surplus[node] : -surplus[node];
            surplus[Other(edge, node)] += surplus[node];
        }
    }

    private int Leaving()
    {
        var (best, found) = (-1, 0);
        for (var looked = 0; looked < tree.Count && found < Candidates; looked++)
        {
            search = (search + 1) % tree.Count;
            if (cuts[tree[search]] < 0)
            {
                found++;
                best = best < 0 || cuts[tree[search]] < cuts[tree[best]] ? search : best;
            }
        }

        return best;
    }

    /// <summary>The edge of least slack that leads the other way between the parts that an edge joins.</summary>
    private int Entering(int leaving)
    {
        var edge = tree[leaving];
        var top = number[from[edge]] < number[to[edge]] ? from[edge] : to[edge];
        var isHead = top == to[edge];
        var best = -1;
        for (var place = low[top]; place <= number[top]; place++)
        {
            var node = numbered[place];
            foreach (var other in incidence.Of(node))
            {
                if ((from[other] == node) == isHead
                    && !IsWithin(Other(other, node), top)
                    && (best < 0 || Slack(other) < Slack(best)))
                {
                    best = other;
                }
            }
        }

        return best;
    }

    private void Exchange(int leaving, int entering)
    {
        var edge = tree[leaving];
        var top = number[from[edge]] < number[to[edge]] ? from[edge] : to[edge];
        var shift = top == to[edge] ? Slack(entering) : -Slack(entering);
        foreach (var node in numbered.AsSpan(low[top], number[top] - low[top] + 1))
        {
            ranks[node] += shift;
        }

        var cut = cuts[edge];
        var meeting = Climb(from[entering], to[entering], cut);
        Climb(to[entering], from[entering], -cut);
        (cuts[edge], cuts[entering]) = (0, -cut);
        (inTree[edge], inTree[entering]) = (false, true);
        tree[leaving] = entering;
        Walk(meeting, parentEdge[meeting], low[meeting]);
    }

    /// <summary>Adds to the cut values on the way up from a node until another one lies below as well.</summary>
    private int Climb(int node, int other, long cut)
    {
        while (!IsWithin(other, node))
        {
            var edge = parentEdge[node];
            cuts[edge] += from[edge] == node ? cut : -cut;
            node = Other(edge, node);
        }

        return node;
    }
}
