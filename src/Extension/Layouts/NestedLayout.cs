namespace NotebookGrad.Layouts;

/// <summary>
/// Arranges levels from the innermost outwards, so that each stands as one box with fixed ports on the level around
/// it, then places them from the outermost inwards.
/// </summary>
internal sealed class NestedLayout
{
    private readonly LayoutGraph graph;
    private readonly Nesting nesting;
    private readonly List<int>[] items;
    private readonly List<FlatEdge>[] edges;
    private readonly List<(int Level, int Edge)>[] pieces;
    private readonly List<(int Inside, int Outside, bool Outwards)>[] gates;
    private readonly FlatResult[] levels;
    private readonly LayoutBox[] boxes;
    private readonly int[] rankCounts;
    private readonly int[][] rankStarts;
    private readonly int[] placeOf;

    private NestedLayout(LayoutGraph graph)
    {
        this.graph = graph;
        nesting = new Nesting(graph);
        var levelCount = nesting.Root + 1;
        items = [.. Enumerable.Range(0, levelCount).Select(_ => new List<int>())];
        edges = [.. items.Select(_ => new List<FlatEdge>())];
        gates = [.. items.Select(_ => new List<(int, int, bool)>())];
        pieces = [.. graph.Edges.Select(_ => new List<(int, int)>())];
        (levels, rankCounts, rankStarts) = (new FlatResult[levelCount], new int[levelCount], new int[levelCount][]);
        boxes = [.. graph.Nodes, .. new LayoutBox[nesting.Root]];
        placeOf = new int[boxes.Length];
        for (var item = 0; item < boxes.Length; item++)
        {
            if (item < graph.Nodes.Count || nesting.IsFramed[item - graph.Nodes.Count])
            {
                placeOf[item] = items[nesting.LevelOf(item)].Count;
                items[nesting.LevelOf(item)].Add(item);
            }
        }

        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            Cut(edge);
        }
    }

    /// <summary>Places nodes, labels, edges and frames of a graph without circles, from left to right.</summary>
    public static LayoutResult Arrange(LayoutGraph graph)
    {
        var layout = new NestedLayout(graph);
        foreach (var level in layout.nesting.FromOutside.Reverse())
        {
            layout.ArrangeLevel(level);
        }

        return layout.Place();
    }

    /// <summary>Cuts an edge where it crosses frames: one piece on each level.</summary>
    private void Cut(int index)
    {
        var edge = graph.Edges[index];
        var (outwards, inwards) = (nesting.Around(edge.From), nesting.Around(edge.To));
        var common = 1;
        while (common < outwards.Count && common < inwards.Count && outwards[^(common + 1)] == inwards[^(common + 1)])
        {
            common++;
        }

        var whole = new FlatEdge(edge.From, edge.To, edge.Breadth, edge.Weight, null);
        var (start, end) = (outwards.Count - common, inwards.Count - common);
        for (var inner = 0; inner < start; inner++)
        {
            Add(outwards[inner], whole with { From = Seen(edge.From, outwards, inner), To = -1 });
        }

        Add(outwards[start], whole with
        {
            From = Seen(edge.From, outwards, start),
            To = Seen(edge.To, inwards, end),
            Label = edge.Label,
        });
        for (var inner = end - 1; inner >= 0; inner--)
        {
            Add(inwards[inner], whole with { From = -1, To = Seen(edge.To, inwards, inner) });
        }

        int Seen(int node, List<int> around, int depth) =>
            placeOf[depth == 0 ? node : nesting.ItemOf(around[depth - 1])];

        void Add(int level, FlatEdge piece)
        {
            var number = edges[level].Count;
            if (pieces[index] is [.., var (before, previous)])
            {
                var outwards = edges[before][previous].To < 0;
                gates[outwards ? before : level].Add(outwards ? (previous, number, true) : (number, previous, false));
            }

            pieces[index].Add((level, number));
            edges[level].Add(piece);
        }
    }

    private void ArrangeLevel(int level)
    {
        var result = FlatLayout.Arrange(new FlatGraph(
            [.. items[level].Select(item => boxes[item])],
            edges[level],
            graph.RankGap,
            graph.NodeGap));
        levels[level] = result;
        var spans = new int[result.Ranks.DefaultIfEmpty(-1).Max() + 2];
        for (var place = 0; place < items[level].Count; place++)
        {
            ref var span = ref spans[result.Ranks[place] + 1];
            var item = items[level][place];
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
        var item = nesting.ItemOf(level);
        var box = LayoutBox.Centred(inset.X + result.Width + margin, inset.Y + result.Height + margin);
        boxes[item] = box;
        var around = edges[nesting.LevelOf(item)];
        foreach (var (inside, outside, outwards) in gates[level])
        {
            var port = inset.Y + result.Passages[inside][outwards ? ^1 : 0].Y - box.Above;
            around[outside] = outwards
                ? around[outside] with { StartPort = port }
                : around[outside] with { EndPort = port };
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
        var areas = new LayoutArea[boxes.Length];
        var ranks = new int[boxes.Length];
        var labels = new LayoutArea?[graph.Edges.Count];
        var origins = new Point[levels.Length];
        foreach (var level in nesting.FromOutside)
        {
            var result = levels[level];
            var firstRank = 0;
            if (level != nesting.Root)
            {
                var (frame, inset) = (areas[nesting.ItemOf(level)], Inset(level));
                origins[level] = new Point(frame.X + inset.X, frame.Y + inset.Y);
                firstRank = ranks[nesting.ItemOf(level)];
            }

            for (var place = 0; place < items[level].Count; place++)
            {
                var item = items[level][place];
                var (anchor, box) = (Moved(result.Anchors[place], origins[level]), boxes[item]);
                areas[item] = new LayoutArea(anchor.X, anchor.Y - box.Above, box.Width, box.Height);
                ranks[item] = firstRank + rankStarts[level][result.Ranks[place]];
            }
        }

        var passages = new Point[graph.Edges.Count][];
        for (var edge = 0; edge < passages.Length; edge++)
        {
            passages[edge] = [.. pieces[edge].SelectMany(piece =>
                levels[piece.Level].Passages[piece.Edge].Select(point => Moved(point, origins[piece.Level])))];
            foreach (var (level, piece) in pieces[edge])
            {
                labels[edge] = levels[level].Labels[piece] is { } area
                    ? area with { X = area.X + origins[level].X, Y = area.Y + origins[level].Y }
                    : labels[edge];
            }
        }

        var whole = levels[nesting.Root];
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
