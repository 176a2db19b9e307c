namespace NotebookGrad.Layouts;

/// <summary>
/// The graph cut into columns: every edge becomes a chain of links between neighbouring columns, with an item where
/// it passes a column. A column of labels stands before each rank that labelled edges lead to.
/// </summary>
internal sealed class ColumnGraph
{
    // Straightness matters most within long edges, least between two nodes (Gansner et al. 1993, section 4.1).
    private const double PassingWeight = 8;
    private const double OneEndWeight = 2;
    private const double LabelWeight = 16;

    public ColumnGraph(LayoutGraph graph, int[] ranks)
    {
        Graph = graph;
        Ranks = ranks;
        var rankCount = ranks.Length == 0 ? 0 : ranks.Max() + 1;
        var labelled = new bool[rankCount];
        foreach (var edge in graph.Edges)
        {
            labelled[ranks[edge.To]] |= edge.Label is not null;
        }

        ColumnOfRank = new int[rankCount];
        var columnCount = 0;
        for (var rank = 0; rank < rankCount; rank++)
        {
            columnCount += labelled[rank] ? 1 : 0;
            ColumnOfRank[rank] = columnCount++;
        }

        Columns = [.. Enumerable.Range(0, columnCount).Select(_ => new List<ColumnItem>())];
        NodeItems = [.. graph.Nodes.Select((box, node) =>
            new ColumnItem(ColumnOfRank[ranks[node]], box, node, isLabel: false))];
        Chains = [.. graph.Edges.Select((_, edge) => Chain(edge))];
        FillColumns();
    }

    public LayoutGraph Graph { get; }

    public int[] Ranks { get; }

    /// <summary>The column in which the nodes of a rank stand.</summary>
    public int[] ColumnOfRank { get; }

    /// <summary>The items of each column from above.</summary>
    public List<ColumnItem>[] Columns { get; }

    public ColumnItem[] NodeItems { get; }

    /// <summary>The links of each edge from its start to its end.</summary>
    public ColumnLink[][] Chains { get; }

    private ColumnLink[] Chain(int index)
    {
        var edge = Graph.Edges[index];
        var (item, last) = (NodeItems[edge.From], NodeItems[edge.To]);
        var chain = new List<ColumnLink>();
        var labelColumn = edge.Label is null ? -1 : last.Column - 1;
        for (var column = item.Column + 1; column < last.Column; column++)
        {
            var isLabel = column == labelColumn;
            var box = isLabel ? edge.Label!.Value : LayoutBox.Centred(0, edge.Breadth);
            var passing = new ColumnItem(column, box, node: -1, isLabel);
            chain.Add(Connect(item, passing, index, edge.Weight));
            item = passing;
        }

        chain.Add(Connect(item, last, index, edge.Weight));
        return [.. chain];
    }

    private static ColumnLink Connect(ColumnItem from, ColumnItem to, int edge, double weight)
    {
        // A label keeps level with the operand's side, so that an edge bends once, where it reaches the operation.
        var straight = to.IsLabel ? LabelWeight
            : from.Node < 0 && to.Node < 0 ? PassingWeight
            : to.Node < 0 ? OneEndWeight
            : 1;
        var link = new ColumnLink(from, to, edge, weight * straight);
        from.Outgoing.Add(link);
        to.Incoming.Add(link);
        return link;
    }

    /// <summary>
    /// The first order: a walk from the last nodes back along the operands in turn, so that a first operand
    /// stands above a second one wherever that causes no crossing.
    /// </summary>
    private void FillColumns()
    {
        var seen = new HashSet<ColumnItem>();
        var stack = new Stack<ColumnItem>();
        for (var node = NodeItems.Length - 1; node >= 0; node--)
        {
            if (NodeItems[node].Outgoing.Count == 0)
            {
                stack.Push(NodeItems[node]);
            }
        }

        while (stack.TryPop(out var item))
        {
            if (!seen.Add(item))
            {
                continue;
            }

            item.Place = Columns[item.Column].Count;
            Columns[item.Column].Add(item);
            for (var index = item.Incoming.Count - 1; index >= 0; index--)
            {
                stack.Push(item.Incoming[index].From);
            }
        }
    }
}
