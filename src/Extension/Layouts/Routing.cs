namespace NotebookGrad.Layouts;

/// <summary>Turns heights into places: the columns' x, and the way of each edge.</summary>
internal static class Routing
{
    // An edge that climbs far needs room to do so, or it runs steep and close to its neighbours.
    private const double RoomByClimb = 0.36;
    private const double WidestGap = 2.4;

    public static LayoutResult Result(ColumnGraph columns, Ports ports, Dictionary<ColumnItem, double> heights)
    {
        var top = columns.Columns.SelectMany(column => column)
            .Select(item => heights[item] - item.Box.Above)
            .DefaultIfEmpty(0)
            .Min();
        var bottom = columns.Columns.SelectMany(column => column)
            .Select(item => heights[item] + item.Box.Below)
            .DefaultIfEmpty(0)
            .Max();
        var widths = columns.Columns.Select(column => column.Max(item => item.Box.Width)).ToArray();
        var lefts = Lefts(columns, ports, heights, widths);

        Point Anchor(ColumnItem item) =>
            new(lefts[item.Column] + ((widths[item.Column] - item.Box.Width) / 2), heights[item] - top);

        LayoutArea Area(ColumnItem item)
        {
            var (x, y) = Anchor(item);
            return new LayoutArea(x, y - item.Box.Above, item.Box.Width, item.Box.Height);
        }

        LayoutArea? Label(ColumnLink[] chain) =>
            chain.Select(link => link.To).FirstOrDefault(item => item.IsLabel) is { } label ? Area(label) : null;
        Point Start(ColumnLink link, double x) => new(x, heights[link.From] + ports.Start(link) - top);
        Point End(ColumnLink link, double x) => new(x, heights[link.To] + ports.End(link) - top);
        IReadOnlyList<Point> Passage(ColumnLink[] chain) =>
        [
            Start(chain[0], Anchor(chain[0].From).X + chain[0].From.Box.Width),
            .. chain.SelectMany(link => new[]
            {
                Start(link, lefts[link.From.Column] + widths[link.From.Column]),
                End(link, lefts[link.To.Column]),
            }),
            End(chain[^1], Anchor(chain[^1].To).X),
        ];

        var passages = columns.Chains.Select(Passage).ToArray();
        return new LayoutResult(
            [.. columns.NodeItems.Select(Area)],
            columns.Ranks,
            [.. columns.Chains.Select(Label)],
            [.. passages.Select(Bezier.Level)],
            passages,
            widths.Length == 0 ? 0 : lefts[^1] + widths[^1],
            bottom - top);
    }

    private static double[] Lefts(
        ColumnGraph columns,
        Ports ports,
        Dictionary<ColumnItem, double> heights,
        double[] widths)
    {
        var lefts = new double[widths.Length];
        for (var column = 1; column < lefts.Length; column++)
        {
            var climb = columns.Columns[column]
                .SelectMany(item => item.Incoming)
                .Select(link => Math.Abs(heights[link.From] + ports.Start(link) - heights[link.To] - ports.End(link)))
                .DefaultIfEmpty(0)
                .Max();
            var least = columns.Graph.RankGap;
            var gap = Math.Clamp(climb * RoomByClimb, least, least * WidestGap);
            lefts[column] = lefts[column - 1] + widths[column - 1] + gap;
        }

        return lefts;
    }
}
