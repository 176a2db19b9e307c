namespace NotebookGrad.Layouts;

/// <summary>
/// A spanning tree as a walk from its root, node 0, sees it: each subtree is a run of numbers that ends with that of
/// its top.
/// </summary>
internal sealed class SpanningTree
{
    private readonly int[] from;
    private readonly int[] ends;
    private readonly int[] parentEdge;
    private readonly int[] firstChild;
    private readonly int[] nextSibling;
    private readonly int[] number;
    private readonly int[] low;
    private readonly int[] numbered;

    public SpanningTree(int[] from, int[] to, int nodes)
    {
        this.from = from;

        // Both ends as their sum: the one beside a known one is found without a branch.
        ends = [.. from.Zip(to, (start, end) => start + end)];
        (parentEdge, firstChild, nextSibling) = (new int[nodes], new int[nodes], new int[nodes]);
        (number, low, numbered) = (new int[nodes], new int[nodes], new int[nodes]);
        parentEdge[0] = -1;
        Array.Fill(firstChild, -1);
    }

    /// <summary>The edges of the tree.</summary>
    public List<int> Edges { get; } = [];

    /// <summary>The edge above a node; −1 for the root.</summary>
    public int ParentEdge(int node) => parentEdge[node];

    /// <summary>The other end of an edge.</summary>
    public int Other(int edge, int node) => ends[edge] - node;

    /// <summary>Whether a node is the top of a subtree or lies below it.</summary>
    public bool IsWithin(int node, int top) => low[top] <= number[node] && number[node] <= number[top];

    /// <summary>The nodes of a subtree, each after those below it.</summary>
    public ReadOnlySpan<int> Below(int top) => numbered.AsSpan(low[top]..(number[top] + 1));

    /// <summary>Adds a node by an edge to one that is in the tree.</summary>
    public void Grow(int node, int edge)
    {
        Edges.Add(edge);
        Hang(node, edge);
    }

    /// <summary>Numbers a subtree from <paramref name="first"/> on.</summary>
    public void Number(int top, int first)
    {
        for (var node = top; ; node = nextSibling[node])
        {
            low[node] = first;
            while (firstChild[node] >= 0)
            {
                node = firstChild[node];
                low[node] = first;
            }

            for (; ; node = Other(parentEdge[node], node))
            {
                (numbered[first], number[node]) = (node, first);
                first++;
                if (node == top)
                {
                    return;
                }

                if (nextSibling[node] >= 0)
                {
                    break;
                }
            }
        }
    }

    /// <summary>
    /// Puts an edge in the place of the one above a subtree. All that changes lies below <paramref name="meeting"/>.
    /// </summary>
    public void Exchange(int place, int top, int edge, int meeting)
    {
        Edges[place] = edge;

        // What was above the node that the new edge reaches comes below it.
        var node = IsWithin(from[edge], top) ? from[edge] : Other(edge, from[edge]);
        for (var isTop = false; !isTop;)
        {
            isTop = node == top;
            var above = parentEdge[node];
            var parent = Other(above, node);
            TakeOff(node);
            Hang(node, edge);
            (node, edge) = (parent, above);
        }

        Number(meeting, low[meeting]);
    }

    /// <summary>Makes a node a child of that at the other end of an edge; children keep the order of edges.</summary>
    private void Hang(int node, int edge)
    {
        ref var place = ref firstChild[Other(edge, node)];
        while (place >= 0 && parentEdge[place] < edge)
        {
            place = ref nextSibling[place];
        }

        (parentEdge[node], nextSibling[node], place) = (edge, place, node);
    }

    private void TakeOff(int node)
    {
        ref var place = ref firstChild[Other(parentEdge[node], node)];
        while (place != node)
        {
            place = ref nextSibling[place];
        }

        place = nextSibling[node];
    }
}
