using System.Diagnostics;

namespace NotebookGrad.Layouts;

/// <summary>
/// Ranks of least total weighted edge length by the network simplex method (Gansner, Koutsofios, North and Vo 1993,
/// section 2), with elastic edges, which may become shorter than their length as they may become longer. Each edge has
/// a flow within plus and minus its weight, an inelastic one without lower bound; in a spanning tree of tight edges,
/// one whose flow is out of bounds is exchanged until there is none.
/// </summary>
internal sealed class NetworkSimplex
{
    // Among so many edges that may leave the tree, the most negative one does.
    private const int Candidates = 30;

    private readonly int[] from;
    private readonly int[] to;
    private readonly int[] lengths;
    private readonly long[] weights;
    private readonly bool[] isElastic;
    private readonly int[] ranks;
    private readonly Incidence incidence;
    private readonly long[] flows;
    private readonly SpanningTree tree;

    // The edges that a moving subtree makes tight, and how far it has to move until then, each with its place above.
    private readonly List<int> crossing = [];
    private readonly List<long> tightening = [];
    private int search;

    private NetworkSimplex(
        int[] from, int[] to, int[] lengths, long[] weights, bool[] isElastic, int[] ranks)
    {
        (this.from, this.to, this.lengths, this.ranks) = (from, to, lengths, ranks);
        (this.weights, this.isElastic) = (weights, isElastic);
        incidence = new Incidence(ranks.Length, from, to);
        flows = new long[from.Length];
        tree = new SpanningTree(from, to, ranks.Length);
    }

    /// <summary>
    /// Improves feasible ranks of a connected graph in place, until they are the best or so many edges were exchanged.
    /// Elastic edges weigh as much where they are too short as where they are too long.
    /// </summary>
    public static void Improve(
        int[] from, int[] to, int[] lengths, long[] weights, bool[] isElastic, int[] ranks, int exchanges)
    {
        if (ranks.Length < 2)
        {
            return;
        }

        var simplex = new NetworkSimplex(from, to, lengths, weights, isElastic, ranks);
        simplex.Span();
        simplex.tree.Number(top: 0, first: 0);
        simplex.FlowAll();
        while (exchanges-- > 0 && simplex.Leaving() is var leaving and >= 0)
        {
            simplex.Exchange(leaving);
        }
    }

    private int Slack(int edge) => ranks[to[edge]] - ranks[from[edge]] - lengths[edge];

    /// <summary>Grows a tree by the edge of least slack, moving what it has to make that edge tight.</summary>
    private void Span()
    {
        var moved = 0;
        var reached = new bool[ranks.Length];
        var ahead = new PriorityQueue<int, (int, int)>();
        var behind = new PriorityQueue<int, (int, int)>();
        Reach(0);
        while (tree.Edges.Count + 1 < ranks.Length)
        {
            var slackAhead = Least(ahead) - moved;
            var slackBehind = Least(behind) + moved;
            var edge = slackAhead <= slackBehind ? ahead.Dequeue() : behind.Dequeue();
            moved += slackAhead <= slackBehind ? slackAhead : -slackBehind;
            var next = reached[from[edge]] ? to[edge] : from[edge];
            tree.Grow(next, edge);
            Reach(next);
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
                if (!reached[tree.Other(edge, node)])
                {
                    var slack = Slack(edge);
                    var isAhead = (from[edge] == node) == (slack >= 0);
                    (isAhead ? ahead : behind).Enqueue(edge, (Math.Abs(slack) + (isAhead ? moved : -moved), edge));
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

    private void FlowAll()
    {
        for (var edge = 0; edge < flows.Length; edge++)
        {
            flows[edge] = Slack(edge) < 0 ? -weights[edge] : weights[edge];
        }

        foreach (var edge in tree.Edges)
        {
            flows[edge] = 0;
        }

        // What leaves a subtree otherwise has to come back over the edge above it.
        var surplus = new long[ranks.Length];
        for (var edge = 0; edge < from.Length; edge++)
        {
            surplus[from[edge]] += flows[edge];
            surplus[to[edge]] -= flows[edge];
        }

        foreach (var node in tree.Below(0)[..^1])
        {
            var edge = tree.ParentEdge(node);
            flows[edge] = from[edge] == node ? -surplus[node] : surplus[node];
            surplus[tree.Other(edge, node)] += surplus[node];
        }
    }

    /// <summary>How far a flow is from the bound that it exceeds, as a negative number.</summary>
    private long Excess(int edge) =>
        weights[edge] - (isElastic[edge] ? Math.Abs(flows[edge]) : flows[edge]);

    private int Leaving()
    {
        var (best, least, found) = (-1, 0L, 0);
        for (var looked = 0; looked < tree.Edges.Count && found < Candidates; looked++)
        {
            search = search + 1 < tree.Edges.Count ? search + 1 : 0;
            var excess = Excess(tree.Edges[search]);
            if (excess < 0)
            {
                found++;
                (best, least) = excess < least ? (search, excess) : (best, least);
            }
        }

        return best;
    }

    private void Exchange(int leaving)
    {
        var edge = tree.Edges[leaving];
        var becomesLonger = flows[edge] > 0;
        var top = tree.ParentEdge(from[edge]) == edge ? from[edge] : to[edge];
        var isAhead = (top == to[edge]) == becomesLonger;
        var (entering, shift) = Entering(edge, top, isAhead);
        foreach (var node in tree.Below(top))
        {
            ranks[node] += isAhead ? shift : -shift;
        }

        var rest = (becomesLonger ? weights[edge] : -weights[edge]) - flows[edge];
        var isSameWay = tree.IsWithin(to[entering], top) == (top == to[edge]);
        var meeting = Push(entering, isSameWay ? -rest : rest);
        tree.Exchange(leaving, top, entering, meeting);
    }

    /// <summary>
    /// The edge that becomes tight where a subtree that moves has moved far enough, and how far that is. Elastic edges
    /// that become tight before only change from too short to too long, or back.
    /// </summary>
    private (int Edge, int Shift) Entering(int leaving, int top, bool isAhead)
    {
        crossing.Clear();
        tightening.Clear();
        foreach (var node in tree.Below(top))
        {
            foreach (var edge in incidence.Of(node))
            {
                if (tree.IsWithin(tree.Other(edge, node), top))
                {
                    continue;
                }

                var becomesLonger = (to[edge] == node) == isAhead;
                if (becomesLonger ? isElastic[edge] && flows[edge] < 0 : !isElastic[edge] || flows[edge] > 0)
                {
                    tightening.Add(((long)Math.Abs(Slack(edge)) << 32) | (uint)crossing.Count);
                    crossing.Add(edge);
                }
            }
        }

        tightening.Sort();
        var excess = Excess(leaving);
        foreach (var next in tightening)
        {
            var (edge, shift) = (crossing[(int)(next & int.MaxValue)], (int)(next >> 32));
            excess += 2 * weights[edge];
            if (!isElastic[edge] || excess >= 0)
            {
                return (edge, shift);
            }

            Push(edge, -2 * flows[edge]);
        }

        throw new UnreachableException("no move lengthens every edge that it changes without cost");
    }

    /// <summary>
    /// Adds to the flow of an edge outside the tree, and takes it back through the tree; where its ends' ways up meet.
    /// </summary>
    private int Push(int edge, long flow)
    {
        flows[edge] += flow;
        Climb(to[edge], from[edge], -flow);
        return Climb(from[edge], to[edge], flow);
    }

    /// <summary>Lets a flow come down to a node from the first above it that another lies below as well.</summary>
    private int Climb(int node, int other, long flow)
    {
        while (!tree.IsWithin(other, node))
        {
            var edge = tree.ParentEdge(node);
            flows[edge] += from[edge] == node ? -flow : flow;
            node = tree.Other(edge, node);
        }

        return node;
    }
}
