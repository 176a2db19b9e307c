namespace NotebookGrad.Layouts;

/// <summary>Where links meet the sides of their nodes: one below the other, in the order of their other ends.</summary>
internal sealed class Ports
{
    private readonly Layering graph;

    public Ports(Layering graph)
    {
        this.graph = graph;
        (Starts, Ends) = (new double[graph.From.Length], new double[graph.From.Length]);
        var (starting, ending) = (new List<int>[graph.Graph.Boxes.Length], new List<int>[graph.Graph.Boxes.Length]);
        for (var node = 0; node < starting.Length; node++)
        {
            (starting[node], ending[node]) = ([], []);
        }

        for (var edge = 0; edge + 1 < graph.FirstLink.Length; edge++)
        {
            var (first, last) = (graph.FirstLink[edge], graph.FirstLink[edge + 1] - 1);
            if (graph.Graph.Edges[edge] is { From: >= 0 } starts)
            {
                starting[starts.From].Add(first);
            }

            if (graph.Graph.Edges[edge] is { To: >= 0 } ends)
            {
                ending[ends.To].Add(last);
            }
        }

        for (var node = 0; node < starting.Length; node++)
        {
            Spread(starting[node], Starts, graph.EndPlace, edge => edge.StartPort);
            Spread(ending[node], Ends, graph.StartPlace, edge => edge.EndPort);
        }
    }

    /// <summary>Distance of each link's start below the anchor of the item where it starts.</summary>
    public double[] Starts { get; }

    /// <summary>Distance of each link's end below the anchor of the item where it ends.</summary>
    public double[] Ends { get; }

    /// <summary>How much lower a link's end lies than its start, anchor to anchor, where it is straight.</summary>
    /// <remarks>
    /// Where it reaches a node directly the ports do not count: a chain of nodes stays level although each has a
    /// second operand.
    /// </remarks>
    public double Drop(int link) => IsDirect(link) ? 0 : Starts[link] - Ends[link];

    private bool IsDirect(int link) =>
        graph.Kinds[graph.To[link]] == ItemKind.Node
        && graph.Kinds[graph.From[link]] != ItemKind.Passing
        && Edge(link) is { StartPort: null, EndPort: null };

    private void Spread(List<int> links, double[] offsets, Func<int, int> place, Func<FlatEdge, double?> port)
    {
        if (links.Count == 0)
        {
            return;
        }

        if (port(Edge(links[0])) is not null)
        {
            foreach (var link in links)
            {
                offsets[link] = port(Edge(link))!.Value;
            }

            return;
        }

        // What takes a lane above the drawing leaves and arrives uppermost.
        links.Sort((first, second) => (Order(first), first).CompareTo((Order(second), second)));
        var isStart = ReferenceEquals(offsets, Starts);
        var box = graph.Boxes[isStart ? graph.From[links[0]] : graph.To[links[0]]];
        var offset = 0.0;
        foreach (var link in links)
        {
            offsets[link] = offset + (Edge(link).Breadth / 2);
            offset += Edge(link).Breadth;
        }

        var (middle, scale) = Centre(links, offsets, box, offset);
        foreach (var link in links)
        {
            offsets[link] = (offsets[link] - middle) * scale;
        }

        int Order(int link) => graph.IsNear(link) ? place(link) : -1;
    }

    /// <summary>
    /// What meets the anchor, and how much closer links move, for none may leave its node's side: the one link that
    /// weighs most, so that it runs level through its node, or the middle of all.
    /// </summary>
    private (double Middle, double Scale) Centre(List<int> links, double[] offsets, LayoutBox box, double extent)
    {
        const double closest = 0.7;
        var heaviest = links.MaxBy(Weight);
        if (links.Count(link => Weight(link) == Weight(heaviest)) == 1)
        {
            var middle = offsets[heaviest];
            var scale = Math.Min(1, Math.Min(box.Above / middle, box.Below / (extent - middle)));
            if (scale >= closest)
            {
                return (middle, scale);
            }
        }

        return (extent / 2, extent > box.Height ? box.Height / extent : 1);

        double Weight(int link) => Levelling.Weight(graph, link);
    }

    private FlatEdge Edge(int link) => graph.Graph.Edges[graph.EdgeOf[link]];
}
