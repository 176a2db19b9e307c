namespace NotebookGrad.Layouts;

/// <summary>Turns heights into places: the layers' x, and the way of each edge.</summary>
internal sealed class Routing
{
    // An edge that climbs far needs room to do so, or it runs steep and close to its neighbours.
    private const double RoomByClimb = 0.36;
    private const double WidestGap = 2.4;

    private readonly Layering graph;
    private readonly Ports ports;
    private readonly double[] heights;
    private readonly double[] laneOf;
    private readonly double[] widths;
    private readonly double[] lefts;
    private readonly double top;
    private readonly double bottom;

    private Routing(Layering graph, Ports ports, double[] heights)
    {
        (this.graph, this.ports, this.heights) = (graph, ports, heights);
        (top, bottom) = Heights.Extent(graph, heights);
        laneOf = new double[graph.From.Length];
        top -= ChooseLanes();
        widths = [.. graph.Layers.Select(items => items.Max(item => graph.Boxes[item].Width))];
        lefts = Lefts();
    }

    /// <summary>Places everything.</summary>
    public static FlatResult Result(Layering graph, Ports ports, double[] heights)
    {
        var routing = new Routing(graph, ports, heights);
        var edges = Enumerable.Range(0, graph.Graph.Edges.Length).ToArray();
        return new FlatResult(
            [.. Enumerable.Range(0, graph.Graph.Boxes.Length).Select(routing.Anchor)],
            graph.Ranks,
            [.. edges.Select(routing.Label)],
            [.. edges.Select(routing.Passage)],
            routing.lefts[^1] + routing.widths[^1],
            routing.bottom - routing.top);
    }

    private Point Anchor(int item)
    {
        var layer = graph.LayerOf[item];
        return new Point(lefts[layer] + ((widths[layer] - graph.Boxes[item].Width) / 2), heights[item] - top);
    }

    private LayoutArea? Label(int edge)
    {
        // Only the item before an edge's end can be its label.
        var item = graph.From[graph.FirstLink[edge + 1] - 1];
        var (box, (x, y)) = (graph.Boxes[item], Anchor(item));
        return graph.Kinds[item] == ItemKind.Label
            ? new LayoutArea(x, y - box.Above, box.Width, box.Height)
            : null;
    }

    private Point[] Passage(int edge)
    {
        var points = new List<Point>();
        var (first, end) = (graph.FirstLink[edge], graph.FirstLink[edge + 1]);
        var start = graph.From[first];
        points.Add(new Point(Anchor(start).X + graph.Boxes[start].Width, StartHeight(first)));
        for (var link = first; link < end; link++)
        {
            var (from, to) = (graph.LayerOf[graph.From[link]], graph.LayerOf[graph.To[link]]);
            points.Add(new Point(lefts[from] + widths[from], StartHeight(link)));
            for (var layer = from + 1; layer < to; layer++)
            {
                points.Add(new Point(lefts[layer], laneOf[link] - top));
                points.Add(new Point(lefts[layer] + widths[layer], laneOf[link] - top));
            }

            points.Add(new Point(lefts[to], EndHeight(link)));
        }

        points.Add(new Point(Anchor(graph.To[end - 1]).X, EndHeight(end - 1)));
        return [.. points];
    }

    private double StartHeight(int link) => heights[graph.From[link]] + ports.Starts[link] - top;

    private double EndHeight(int link) => heights[graph.To[link]] + ports.Ends[link] - top;

    /// <summary>
    /// Gives links that pass too many layers lanes above everything, each as low as it finds room; the room that they
    /// take together.
    /// </summary>
    private double ChooseLanes()
    {
        int[] far = [.. Enumerable.Range(0, graph.From.Length).Where(link => !graph.IsNear(link))];
        if (far.Length == 0)
        {
            return 0;
        }

        // Whoever starts first chooses first; the lane that has been free longest is taken again.
        far = [.. far.OrderBy(link => graph.LayerOf[graph.From[link]])];
        var breadth = far.Max(link => graph.Graph.Edges[graph.EdgeOf[link]].Breadth);
        var taken = new PriorityQueue<int, (int, int)>();
        var lanes = 0;
        foreach (var link in far)
        {
            var isFree = taken.TryPeek(out var lane, out var until) && until.Item1 <= graph.LayerOf[graph.From[link]];
            lane = isFree ? taken.Dequeue() : lanes++;
            laneOf[link] = top - graph.Graph.NodeGap - ((lane + 0.5) * breadth);
            taken.Enqueue(lane, (graph.LayerOf[graph.To[link]], lane));
        }

        return graph.Graph.NodeGap + (lanes * breadth);
    }

    private double[] Lefts()
    {
        var climbs = new double[widths.Length];
        for (var link = 0; link < graph.From.Length; link++)
        {
            ref var climb = ref climbs[graph.LayerOf[graph.To[link]]];
            climb = graph.IsNear(link) ? Math.Max(climb, Math.Abs(StartHeight(link) - EndHeight(link))) : climb;
        }

        var lefts = new double[widths.Length];
        for (var layer = 1; layer < lefts.Length; layer++)
        {
            // Edges cross a border level; where all do, it stands right beside its nodes.
            var room = graph.Graph.RankGap;
            var least = IsBorder(layer - 1) || IsBorder(layer) ? Math.Min(room, climbs[layer]) : room;
            var gap = Math.Clamp(climbs[layer] * RoomByClimb, least, room * WidestGap);
            lefts[layer] = lefts[layer - 1] + widths[layer - 1] + gap;
        }

        return lefts;

        bool IsBorder(int layer) =>
            (layer == 0 || layer == lefts.Length - 1) && graph.Kinds[graph.Layers[layer][0]] == ItemKind.Passing;
    }
}
