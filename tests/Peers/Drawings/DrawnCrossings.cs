using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Drawings;

/// <summary>Finds the pairs of edges that cross where they are drawn.</summary>
internal static class DrawnCrossings
{
    /// <summary>
    /// Edges of one node lie close together where they leave it, and upon each other where a program gives them one
    /// place to start. Within this distance of a node that they share, in points, two edges do not count as crossing.
    /// </summary>
    public const double Margin = 16;

    /// <summary>The number of pairs.</summary>
    public static int Count(LayoutGraph graph, Drawing drawing) => Of(graph, drawing).Count;

    /// <summary>The pairs, the lower number first. A pair stands once however often its lines cross.</summary>
    public static IReadOnlySet<(int First, int Second)> Of(LayoutGraph graph, Drawing drawing)
    {
        var pairs = new HashSet<(int First, int Second)>();
        var segments = Segments(drawing);
        var grid = new SegmentGrid(segments);
        for (var cell = 0; cell < grid.Cells.Length; cell++)
        {
            if (grid.Cells[cell] is not { } inside)
            {
                continue;
            }

            for (var first = 0; first < inside.Count; first++)
            {
                for (var second = first + 1; second < inside.Count; second++)
                {
                    var (a, b) = (segments[inside[first]], segments[inside[second]]);

                    // Two segments may share several cells; the crossing lies in one of them.
                    if (a.Edge != b.Edge && Segment.Crossing(a, b) is { } point && grid.CellOf(point) == cell
                        && !Meet(graph, drawing, a.Edge, b.Edge, point))
                    {
                        pairs.Add((Math.Min(a.Edge, b.Edge), Math.Max(a.Edge, b.Edge)));
                    }
                }
            }
        }

        return pairs;
    }

    // No two edges keep exactly the same height: two lines that cross in a point which both have would seem to touch.
    private static Segment[] Segments(Drawing drawing)
    {
        var segments = new List<Segment>();
        for (var edge = 0; edge < drawing.Edges.Count; edge++)
        {
            var line = drawing.Edges[edge];
            var shift = 1e-5 * ((edge * 0.6180339887) % 1);
            for (var point = 1; point < line.Count; point++)
            {
                var (start, end) = (line[point - 1], line[point]);
                segments.Add(new Segment(edge, start with { Y = start.Y + shift }, end with { Y = end.Y + shift }));
            }
        }

        return [.. segments];
    }

    private static bool Meet(LayoutGraph graph, Drawing drawing, int first, int second, Point point)
    {
        var (a, b) = (graph.Edges[first], graph.Edges[second]);
        return (IsNear(a.From) && (a.From == b.From || a.From == b.To))
            || (IsNear(a.To) && (a.To == b.From || a.To == b.To));

        bool IsNear(int node)
        {
            var (x, y, width, height) = drawing.Nodes[node];
            return point.X > x - Margin && point.X < x + width + Margin
                && point.Y > y - Margin && point.Y < y + height + Margin;
        }
    }
}
