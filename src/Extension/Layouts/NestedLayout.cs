namespace NotebookGrad.Layouts;

/// <summary>
/// Orders all levels, arranges them from the innermost outwards, so that each stands as one box with fixed ports on
/// the level around it, then places them from the outermost inwards.
/// </summary>
internal sealed class NestedLayout
{
    private readonly LayoutGraph graph;
    private readonly Levels levels;
    private readonly Nesting nesting;
    private readonly FlatResult[] results;
    private readonly int[] rankCounts;
    private readonly int[][] rankStarts;

    private NestedLayout(LayoutGraph graph)
    {
        this.graph = graph;
        levels = new Levels(graph);
        nesting = levels.Nesting;
        var count = levels.Items.Length;
        (results, rankCounts, rankStarts) = (new FlatResult[count], new int[count], new int[count][]);
    }

    /// <summary>Places nodes, labels, edges and frames of a graph without circles, from left to right.</summary>
    public static LayoutResult Arrange(LayoutGraph graph)
    {
        var layout = new NestedLayout(graph);
        var orders = LevelOrders.Of(layout.levels);
        foreach (var level in layout.nesting.FromOutside.Reverse())
        {
            layout.PlaceLevel(level, orders[level]);
        }

        return layout.Place();
    }

    private void PlaceLevel(int level, FlatLayout order)
    {
        order.Take(levels.GraphOf(level));
        var result = order.Place();
        results[level] = result;
        var spans = new int[result.Ranks.DefaultIfEmpty(-1).Max() + 2];
        for (var place = 0; place < levels.Items[level].Count; place++)
        {
            ref var span = ref spans[result.Ranks[place] + 1];
            var item = levels.Items[level][place];
            span = Math.Max(span, item < graph.Nodes.Count ? 1 : rankCounts[item - graph.Nodes.Count]);
        }

        for (var rank = 1; rank < spans.Length; rank++)
        {
            spans[rank] += spans[rank - 1];
        }

        (rankStarts[level], rankCounts[level]) = (spans, spans[^1]);
        if (level != nesting.Root)
        {
            Close(level, result);
        }
    }

    /// <summary>Makes a level the box that the level around it sees.</summary>
    private void Close(int level, FlatResult result)
    {
        var inset = Inset(level);
        var margin = graph.Groups[level].Margin;
        var box = LayoutBox.Centred(inset.X + result.Width + margin, inset.Y + result.Height + margin);
        levels.Boxes[nesting.ItemOf(level)] = box;
        foreach (var gate in levels.Gates[level])
        {
            var height = result.Passages[gate.Inside][gate.Outwards ? ^1 : 0].Y;
            levels.GivePort(level, gate, inset.Y + height - box.Above);
        }
    }

    /// <summary>From the corner of a frame to that of what is inside.</summary>
    private Point Inset(int level)
    {
        var group = graph.Groups[level];
        return graph.Direction == LayoutDirection.Down
            ? new Point(group.Margin + group.Heading, group.Margin)
            : new Point(group.Margin, group.Margin + group.Heading);
    }

    private LayoutResult Place()
    {
        var areas = new LayoutArea[levels.Boxes.Length];
        var ranks = new int[levels.Boxes.Length];
        var labels = new LayoutArea?[graph.Edges.Count];
        var origins = new Point[results.Length];
        foreach (var level in nesting.FromOutside)
        {
            var result = results[level];
            var firstRank = 0;
            if (level != nesting.Root)
            {
                var (frame, inset) = (areas[nesting.ItemOf(level)], Inset(level));
                origins[level] = new Point(frame.X + inset.X, frame.Y + inset.Y);
                firstRank = ranks[nesting.ItemOf(level)];
            }

            for (var place = 0; place < levels.Items[level].Count; place++)
            {
                var item = levels.Items[level][place];
                var (anchor, box) = (Moved(result.Anchors[place], origins[level]), levels.Boxes[item]);
                areas[item] = new LayoutArea(anchor.X, anchor.Y - box.Above, box.Width, box.Height);
                ranks[item] = firstRank + rankStarts[level][result.Ranks[place]];
            }
        }

        var passages = new Point[graph.Edges.Count][];
        for (var edge = 0; edge < passages.Length; edge++)
        {
            passages[edge] = [.. levels.Pieces[edge].SelectMany(piece =>
                results[piece.Level].Passages[piece.Edge].Select(point => Moved(point, origins[piece.Level])))];
            foreach (var (level, piece) in levels.Pieces[edge])
            {
                labels[edge] = results[level].Labels[piece] is { } area
                    ? area with { X = area.X + origins[level].X, Y = area.Y + origins[level].Y }
                    : labels[edge];
            }
        }

        var whole = results[nesting.Root];
        var nodes = graph.Nodes.Count;
        return new LayoutResult(
            areas[..nodes],
            ranks[..nodes],
            labels,
            [.. passages.Select(Bezier.Level)],
            passages,
            whole.Width,
            whole.Height)
        {
            Groups = areas[nodes..],
        };

        static Point Moved(Point point, Point origin) => new(point.X + origin.X, point.Y + origin.Y);
    }
}
