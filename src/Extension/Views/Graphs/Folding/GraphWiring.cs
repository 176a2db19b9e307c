using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>
/// A snapshot as arrays: each node once, operands before operations, edges that lead nowhere left out. Leaves have
/// places among the nodes only; operations also have steps, from 0, in the order in which they were made.
/// </summary>
internal sealed class GraphWiring
{
    private readonly WiredEdge[] edges;
    private readonly int[] firstEdge;
    private readonly int[] uses;
    private readonly int[] firstUse;

    public GraphWiring(GraphSnapshot graph)
    {
        Graph = graph;
        Nodes = [.. graph.Nodes.DistinctBy(node => node.Id)];
        var places = new Dictionary<long, int>(Nodes.Length);
        for (var place = 0; place < Nodes.Length; place++)
        {
            places[Nodes[place].Id] = place;
        }

        // An edge against the order of the nodes could close a circle, which no picture of ranks can hold.
        edges = [.. graph.Edges
            .Where(edge => places.ContainsKey(edge.From) && places.ContainsKey(edge.To))
            .Select(edge => new WiredEdge(places[edge.From], places[edge.To], edge))
            .Where(edge => edge.From < edge.To)
            .OrderBy(edge => edge.To)
            .ThenBy(edge => edge.Edge.Operand)];
        firstEdge = Starts(edges.Select(edge => edge.To));
        uses = [.. edges.OrderBy(edge => edge.From).Select(edge => edge.To)];
        firstUse = Starts(edges.Select(edge => edge.From));
        Steps = new int[Nodes.Length];
        var operations = new List<int>();
        for (var place = 0; place < Nodes.Length; place++)
        {
            var isLeaf = Nodes[place].Kind != GraphNodeKind.Operation && Operands(place).Length == 0;
            Steps[place] = isLeaf ? -1 : operations.Count;
            operations.AddRange(isLeaf ? [] : [place]);
        }

        Operations = [.. operations];
        Roots = graph.Roots.Where(places.ContainsKey).Select(root => places[root]).ToHashSet();
    }

    /// <summary>The graph as the engine told it.</summary>
    public GraphSnapshot Graph { get; }

    /// <summary>The nodes, operands before operations.</summary>
    public GraphNode[] Nodes { get; }

    /// <summary>The place of the operation at each step.</summary>
    public int[] Operations { get; }

    /// <summary>The step of each node; −1 for a leaf.</summary>
    public int[] Steps { get; }

    /// <summary>The places of what the graph was asked for.</summary>
    public IReadOnlySet<int> Roots { get; }

    /// <summary>The edges that end at a node, first operand first.</summary>
    public ReadOnlySpan<WiredEdge> Operands(int place) => edges.AsSpan(firstEdge[place]..firstEdge[place + 1]);

    /// <summary>The operations that use a node, in order.</summary>
    public ReadOnlySpan<int> Uses(int place) => uses.AsSpan(firstUse[place]..firstUse[place + 1]);

    /// <summary>A row of parts, and nodes that nothing in it uses, as a graph of its own.</summary>
    public GraphSnapshot Excerpt(IReadOnlyList<Part> row, IReadOnlyList<int> loose)
    {
        var places = new SortedSet<int>(loose);
        var between = new List<GraphEdge>();
        foreach (var place in row.SelectMany(part => Operations[part.First..part.End]))
        {
            places.Add(place);
            foreach (var edge in Operands(place))
            {
                places.Add(edge.From);
                between.Add(edge.Edge);
            }
        }

        return Graph with { Nodes = [.. places.Select(place => Nodes[place])], Edges = between, Omitted = 0 };
    }

    private int[] Starts(IEnumerable<int> ends)
    {
        var starts = new int[Nodes.Length + 1];
        foreach (var end in ends)
        {
            starts[end + 1]++;
        }

        for (var place = 0; place < Nodes.Length; place++)
        {
            starts[place + 1] += starts[place];
        }

        return starts;
    }
}
