namespace NotebookGrad.Layouts;

/// <summary>
/// Arranges one level of a drawing in the manner of Sugiyama, Tagawa and Toda (1981): ranks, an order within each
/// layer that avoids crossings, then heights that keep edges straight. What does not hang together stands below each
/// other.
/// </summary>
internal static class FlatLayout
{
    /// <summary>Places nodes, labels and edges.</summary>
    public static FlatResult Arrange(FlatGraph graph)
    {
        var nodes = graph.Boxes.Count;
        var within = graph.Edges.Where(edge => edge is { From: >= 0, To: >= 0 }).Select(edge => (edge.From, edge.To));
        var componentOf = Components.Of(nodes, within, out var count);
        var edgesOf = Components.Members(
            [.. graph.Edges.Select(edge => componentOf[Math.Max(edge.From, edge.To < 0 ? edge.From : edge.To)])],
            count);
        var places = new int[nodes];
        var result = new FlatResult(
            new Point[nodes],
            new int[nodes],
            new LayoutArea?[graph.Edges.Count],
            new Point[graph.Edges.Count][],
            0,
            0);
        var members = Components.Members(componentOf, count);
        for (var component = 0; component < count; component++)
        {
            var part = Connected(Part(graph, members[component], edgesOf[component], places));
            var top = component == 0 ? 0 : result.Height + graph.NodeGap;
            Copy(part, result, members[component], edgesOf[component], top);
            result = result with { Width = Math.Max(result.Width, part.Width), Height = top + part.Height };
        }

        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            if (graph.Edges[edge].To < 0)
            {
                // Every part is as wide as the widest: what goes out goes on to the common border.
                result.Passages[edge][^1] = result.Passages[edge][^1] with { X = result.Width };
            }
        }

        return result;
    }

    private static FlatResult Connected(FlatGraph graph)
    {
        var layering = new Layering(graph, Ranking.Of(graph));
        Ordering.Improve(layering);
        var ports = new Ports(layering);
        return Routing.Result(layering, ports, Heights.Of(layering, ports));
    }

    private static FlatGraph Part(FlatGraph graph, int[] nodes, int[] edges, int[] places)
    {
        for (var place = 0; place < nodes.Length; place++)
        {
            places[nodes[place]] = place;
        }

        return graph with
        {
            Boxes = [.. nodes.Select(node => graph.Boxes[node])],
            Edges = [.. edges.Select(edge => graph.Edges[edge]).Select(edge => edge with
            {
                From = edge.From < 0 ? -1 : places[edge.From],
                To = edge.To < 0 ? -1 : places[edge.To],
            })],
        };
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
}
