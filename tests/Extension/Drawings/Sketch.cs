using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Tests.Drawings;

/// <summary>A drawing by hand: small boxes around points, and edges between them.</summary>
internal sealed class Sketch
{
    private const double Side = 2;

    private readonly List<LayoutArea> nodes = [];
    private readonly List<LayoutEdge> edges = [];
    private readonly List<IReadOnlyList<Point>> lines = [];
    private readonly List<LayoutArea?> labels = [];

    public LayoutGraph Graph =>
        new([.. nodes.Select(area => LayoutBox.Centred(area.Width, area.Height))], edges, 30, 12);

    public Drawing Drawing => new(nodes, labels, lines, 1000, 1000);

    public int Crossings => DrawnCrossings.Count(Graph, Drawing);

    public DrawnOverlaps Overlaps => DrawnOverlaps.Of(Graph, Drawing);

    public int Node(double x, double y) => Node(new LayoutArea(x - (Side / 2), y - (Side / 2), Side, Side));

    public int Node(LayoutArea area)
    {
        nodes.Add(area);
        return nodes.Count - 1;
    }

    /// <summary>An edge straight from middle to middle.</summary>
    public void Edge(int from, int to, LayoutArea? label = null) => Edge(from, to, [Middle(from), Middle(to)], label);

    public void Edge(int from, int to, IReadOnlyList<Point> line, LayoutArea? label = null)
    {
        edges.Add(new LayoutEdge(from, to));
        lines.Add(line);
        labels.Add(label);
    }

    /// <summary>An edge between two boxes of its own.</summary>
    public void Line(params IReadOnlyList<Point> points) =>
        Edge(Node(points[0].X, points[0].Y), Node(points[^1].X, points[^1].Y), points);

    private Point Middle(int node) =>
        new(nodes[node].X + (nodes[node].Width / 2), nodes[node].Y + (nodes[node].Height / 2));
}
