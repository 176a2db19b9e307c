using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Drawings;

/// <summary>What a drawing puts upon each other although it should not, counted in pairs.</summary>
/// <param name="Nodes">Two nodes.</param>
/// <param name="Labels">A label and a node, another label, or the line of another edge.</param>
/// <param name="Edges">The line of an edge and a node that is not its own.</param>
internal sealed record DrawnOverlaps(int Nodes, int Labels, int Edges)
{
    // Less than this is rounding, in points.
    private const double Slack = 0.5;

    /// <summary>All together.</summary>
    public int Total => Nodes + Labels + Edges;

    /// <summary>Counts them.</summary>
    public static DrawnOverlaps Of(LayoutGraph graph, Drawing drawing)
    {
        var nodes = drawing.Nodes.Select(Shrunk).ToArray();
        var labels = drawing.Labels
            .Select((area, edge) => (Area: area, Edge: edge))
            .Where(label => label.Area is not null)
            .Select(label => (Area: Shrunk(label.Area!.Value), label.Edge))
            .ToArray();
        var segments = drawing.Edges
            .SelectMany((line, edge) => line.Zip(line.Skip(1), (from, to) => new Segment(edge, from, to)))
            .ToArray();
        var grid = new SegmentGrid(segments);
        LayoutArea[] labelAreas = [.. labels.Select(label => label.Area)];
        return new DrawnOverlaps(
            Meeting(nodes, nodes) / 2,
            (Meeting(labelAreas, labelAreas) / 2) + Meeting(labelAreas, nodes)
                + labels.Sum(label => Entering(label.Area).Count(edge => edge != label.Edge)),
            nodes.Select((area, node) => Entering(area)
                .Count(edge => graph.Edges[edge].From != node && graph.Edges[edge].To != node)).Sum());

        HashSet<int> Entering(LayoutArea area) => [.. grid.CellsOf(area)
            .SelectMany(cell => grid.Cells[cell] ?? [])
            .Where(segment => segments[segment].Enters(area))
            .Select(segment => segments[segment].Edge)];
    }

    private static LayoutArea Shrunk(LayoutArea area) =>
        new(area.X + Slack, area.Y + Slack, area.Width - (2 * Slack), area.Height - (2 * Slack));

    // Counts a pair of one list twice, and no area with itself.
    private static int Meeting(LayoutArea[] first, LayoutArea[] second)
    {
        var count = 0;
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < second.Length; j++)
            {
                var (a, b) = (first[i], second[j]);
                var isSame = ReferenceEquals(first, second) && i == j;
                count += !isSame && a.X < b.X + b.Width && b.X < a.X + a.Width
                    && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height ? 1 : 0;
            }
        }

        return count;
    }
}
