namespace NotebookGrad.Layouts;

/// <summary>Where the links of a node meet its sides: one below the other, in the order of their other ends.</summary>
internal sealed class Ports
{
    private readonly Dictionary<ColumnLink, double> starts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ColumnLink, double> ends = new(ReferenceEqualityComparer.Instance);

    public Ports(ColumnGraph graph)
    {
        foreach (var item in graph.NodeItems)
        {
            Spread(graph, item, item.Outgoing.OrderBy(link => link.To.Place), starts);
            Spread(graph, item, item.Incoming.OrderBy(link => link.From.Place), ends);
        }
    }

    /// <summary>Distance of a link's start from the anchor of the item where it starts.</summary>
    public double Start(ColumnLink link) => starts.GetValueOrDefault(link);

    /// <summary>Distance of a link's end from the anchor of the item where it ends.</summary>
    public double End(ColumnLink link) => ends.GetValueOrDefault(link);

    /// <summary>
    /// How much lower a link's end should lie than its start, anchor to anchor. Where it reaches a node directly the
    /// ports do not count: a chain of nodes stays level although each has a second operand.
    /// </summary>
    public double Drop(ColumnLink link) =>
        link.To.Node >= 0 && (link.From.Node >= 0 || link.From.IsLabel) ? 0 : Start(link) - End(link);

    private static void Spread(
        ColumnGraph graph,
        ColumnItem item,
        IEnumerable<ColumnLink> links,
        Dictionary<ColumnLink, double> offsets)
    {
        // Edges that are broader together than their node is high move closer: none may leave its side.
        var ordered = links.ToArray();
        var wanted = ordered.Sum(link => graph.Graph.Edges[link.Edge].Breadth);
        var scale = wanted > item.Box.Height ? item.Box.Height / wanted : 1;
        var offset = -wanted * scale / 2;
        foreach (var link in ordered)
        {
            var breadth = graph.Graph.Edges[link.Edge].Breadth * scale;
            offsets[link] = offset + (breadth / 2);
            offset += breadth;
        }
    }
}
