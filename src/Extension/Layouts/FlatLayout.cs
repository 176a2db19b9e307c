namespace NotebookGrad.Layouts;

/// <summary>
/// Arranges one level of a drawing in the manner of Sugiyama, Tagawa and Toda (1981): ranks, an order within each
/// layer that avoids crossings, then heights that keep edges straight. What does not hang together stands below each
/// other.
/// </summary>
internal sealed class FlatLayout
{
    private readonly List<int[]> nodesOf;
    private readonly List<int[]> edgesOf;
    private readonly (int Part, int Place)[] nodes;
    private readonly (int Part, int Place)[] edges;
    private readonly Layering[] parts;
    private FlatGraph graph;

    /// <summary>Chooses ranks and orders, for which sizes do not matter.</summary>
    public FlatLayout(FlatGraph graph)
    {
        this.graph = graph;
        var within = graph.Edges.Where(edge => edge is { From: >= 0, To: >= 0 }).Select(edge => (edge.From, edge.To));
        var partOf = Components.Of(graph.Boxes.Length, within, out var count);
        nodesOf = Components.Members(partOf, count);
        edgesOf = Components.Members(
            [.. graph.Edges.Select(edge => partOf[Math.Max(edge.From, edge.To < 0 ? edge.From : edge.To)])],
            count);
        (nodes, edges) = (Places(nodesOf, graph.Boxes.Length), Places(edgesOf, graph.Edges.Length));
        parts = [.. Enumerable.Range(0, count).Select(Ordered)];
    }

    /// <summary>How often edges cross on this level.</summary>
    public long CountCrossings() => parts.Sum(Crossings.Of);

    /// <summary>Takes the sizes and ports of an otherwise equal graph over.</summary>
    public void Take(FlatGraph sized)
    {
        graph = sized;
        for (var part = 0; part < parts.Length; part++)
        {
            parts[part].Take(Part(part));
        }
    }

    /// <summary>Where an edge stands among those that come in through the left border.</summary>
    public (int Part, int Place) Entry(int edge)
    {
        var (part, place) = edges[edge];
        return (part, parts[part].StartPlace(parts[part].FirstLink[place]));
    }

    /// <summary>Where an edge stands among those that go out through the right border.</summary>
    public (int Part, int Place) Exit(int edge)
    {
        var (part, place) = edges[edge];
        return (part, parts[part].EndPlace(parts[part].FirstLink[place + 1] - 1));
    }

    /// <summary>The places that the edges from one node lead to next, free of crossings among themselves.</summary>
    public int[] NextPlaces(int[] leaving)
    {
        var part = parts[edges[leaving[0]].Part];
        Untangling.Leaving(part, leaving.Select(edge => edges[edge].Place));
        Untangling.SortLayers(part);
        return [.. leaving.Select(edge => part.FirstLink[edges[edge].Place])
            .Select(link => part.IsNear(link) ? part.EndPlace(link) : -1)];
    }

    /// <summary>The places that the edges to one node come from last, free of crossings among themselves.</summary>
    public int[] LastPlaces(int[] arriving)
    {
        var part = parts[edges[arriving[0]].Part];
        Untangling.Arriving(part, arriving.Select(edge => edges[edge].Place));
        Untangling.SortLayers(part);
        return [.. arriving.Select(edge => part.FirstLink[edges[edge].Place + 1] - 1)
            .Select(link => part.IsNear(link) ? part.StartPlace(link) : -1)];
    }

    /// <summary>Chooses heights; places nodes, labels and edges.</summary>
    public FlatResult Place()
    {
        var result = new FlatResult(
            new Point[nodes.Length],
            new int[nodes.Length],
            new LayoutArea?[edges.Length],
            new Point[edges.Length][],
            0,
            0);
        for (var part = 0; part < parts.Length; part++)
        {
            var ports = new Ports(parts[part]);
            var placed = Routing.Result(parts[part], ports, Heights.Of(parts[part], ports));
            var top = part == 0 ? 0 : result.Height + graph.NodeGap;
            Copy(placed, result, nodesOf[part], edgesOf[part], top);
            result = result with { Width = Math.Max(result.Width, placed.Width), Height = top + placed.Height };
        }

        for (var edge = 0; edge < edges.Length; edge++)
        {
            if (graph.Edges[edge].To < 0)
            {
                // Every part is as wide as the widest: what goes out goes on to the common border.
                result.Passages[edge][^1] = result.Passages[edge][^1] with { X = result.Width };
            }
        }

        return result;
    }

    private static (int Part, int Place)[] Places(List<int[]> members, int count)
    {
        var places = new (int, int)[count];
        foreach (var (part, inside) in members.Index())
        {
            foreach (var (place, member) in inside.Index())
            {
                places[member] = (part, place);
            }
        }

        return places;
    }

    private static void Copy(FlatResult part, FlatResult whole, int[] nodes, int[] edges, double top)
    {
        Point Moved(Point point) => point with { Y = point.Y + top };
        for (var node = 0; node < nodes.Length; node++)
        {
            whole.Anchors[nodes[node]] = Moved(part.Anchors[node]);
            whole.Ranks[nodes[node]] = part.Ranks[node];
        }

        for (var edge = 0; edge < edges.Length; edge++)
        {
            whole.Labels[edges[edge]] = part.Labels[edge] is { } area ? area with { Y = area.Y + top } : null;
            whole.Passages[edges[edge]] = [.. part.Passages[edge].Select(Moved)];
        }
    }

    private Layering Ordered(int part)
    {
        var connected = Part(part);
        var layering = new Layering(connected, Ranking.Of(connected));
        Ordering.Improve(layering);
        return layering;
    }

    private FlatGraph Part(int part) => graph with
    {
        Boxes = [.. nodesOf[part].Select(node => graph.Boxes[node])],
        Edges = [.. edgesOf[part].Select(edge => graph.Edges[edge]).Select(edge => edge with
        {
            From = edge.From < 0 ? -1 : nodes[edge.From].Place,
            To = edge.To < 0 ? -1 : nodes[edge.To].Place,
        })],
    };
}
