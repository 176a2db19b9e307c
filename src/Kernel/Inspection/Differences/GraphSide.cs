namespace NotebookGrad.Inspection;

/// <summary>One of two graphs that are compared: its nodes by number, with neighbours and matches.</summary>
internal sealed class GraphSide
{
    private readonly Dictionary<long, int> roots = [];

    /// <summary>A graph made ready for comparison; what does not fit together in it is left out.</summary>
    public GraphSide(GraphSnapshot graph)
    {
        Nodes = [.. graph.Nodes.DistinctBy(node => node.Id)];
        Match = new int[Nodes.Count];
        Array.Fill(Match, -1);
        Operands = [.. Nodes.Select(_ => new List<GraphUse>())];
        Uses = [.. Nodes.Select(_ => new List<GraphUse>())];
        var places = Nodes.Index().ToDictionary(node => node.Item.Id, node => node.Index);
        foreach (var edge in graph.Edges.OrderBy(edge => edge.Operand))
        {
            if (places.TryGetValue(edge.From, out var from) && places.TryGetValue(edge.To, out var to) && from < to)
            {
                Operands[to].Add(new GraphUse(from, edge));
                Uses[from].Add(new GraphUse(to, edge));
            }
        }

        Uses.ForEach(uses => uses.Sort((a, b) => a.Node.CompareTo(b.Node)));
        Roots = [.. graph.Roots.Where(places.ContainsKey).Select(root => places[root]).Distinct()];
        foreach (var (number, root) in Roots.Index())
        {
            roots[root] = number;
        }
    }

    /// <summary>The nodes, operands before operations.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>For each node its operands, first to last.</summary>
    public List<List<GraphUse>> Operands { get; }

    /// <summary>For each node the operations that use it, first to last.</summary>
    public List<List<GraphUse>> Uses { get; }

    /// <summary>The numbers of the roots.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>For each node its match in the other graph, or −1.</summary>
    public int[] Match { get; }

    /// <summary>The nodes without a match.</summary>
    public IEnumerable<int> Unmatched => Enumerable.Range(0, Nodes.Count).Where(node => Match[node] < 0);

    /// <summary>Which of two graphs comes first where their order must not matter.</summary>
    public int CompareTo(GraphSide other) => Nodes.Count != other.Nodes.Count
        ? Nodes.Count.CompareTo(other.Nodes.Count)
        : Nodes.Zip(other.Nodes, (node, second) => string.CompareOrdinal(Text(node), Text(second)))
            .FirstOrDefault(order => order != 0);

    /// <summary>Whether an operation made the node.</summary>
    public bool IsOperation(int node) => Nodes[node].Kind == GraphNodeKind.Operation;

    /// <summary>Which of the roots a node is, or nothing.</summary>
    public string RootMark(int node) => roots.TryGetValue(node, out var number) ? $"r{number}" : "";

    private static string Text(GraphNode node) => $"{node.Kind} {node.Operation} {node.Shape} {node.Name}";
}
