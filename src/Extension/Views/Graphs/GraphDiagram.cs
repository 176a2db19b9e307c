using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a graph in characters, where that fits a terminal and can be told apart.</summary>
internal sealed class GraphDiagram
{
    private const int Widest = 120;
    private const int Highest = 60;

    // A blank, a dash, the arrow's head, a blank.
    private const int GapEnds = 4;

    private readonly GraphReading reading;
    private readonly string[][] blocks;
    private readonly LayoutResult layout;
    private readonly int[] lefts;
    private readonly int[] rights;
    private readonly DiagramGap[] gaps;

    private GraphDiagram(GraphReading reading)
    {
        this.reading = reading;
        blocks = [.. reading.Nodes.Select(Block)];
        var places = reading.Nodes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        layout = LayeredLayout.Arrange(new LayoutGraph(
            [.. blocks.Select(block => new LayoutBox(Width(block), Above: 0, Below: block.Length))],
            [.. reading.Edges.Select(edge => new LayoutEdge(
                places[edge.From], places[edge.To], Breadth: 1, edge.Importance))],
            RankGap: GapEnds,
            NodeGap: 1));

        var rankCount = layout.Ranks.DefaultIfEmpty(-1).Max() + 1;
        gaps = [.. Enumerable.Range(0, Math.Max(0, rankCount - 1)).Select(_ => new DiagramGap())];
        for (var index = 0; index < reading.Edges.Count; index++)
        {
            FillGaps(index, places);
        }

        (lefts, rights) = (new int[rankCount], new int[rankCount]);
        for (var rank = 0; rank < rankCount; rank++)
        {
            var widest = blocks.Where((_, node) => layout.Ranks[node] == rank).Max(Width);
            lefts[rank] = rank == 0 ? 0 : rights[rank - 1] + GapEnds + gaps[rank - 1].ChooseLanes();
            rights[rank] = lefts[rank] + widest;
        }
    }

    /// <summary>
    /// The diagram; null where the graph is too large for one, or its lines would run into each other.
    /// </summary>
    public static string? Of(GraphReading reading)
    {
        if (reading.Nodes.Count is 0 or > Highest)
        {
            return null;
        }

        var diagram = new GraphDiagram(reading);
        var width = diagram.rights[^1];
        var height = diagram.blocks.Select((block, node) => diagram.Row(node) + block.Length).Max();
        return width <= Widest && height <= Highest && diagram.gaps.All(gap => gap.IsClear)
            ? CharacterWriter.Write(diagram.Draw(width, height))
            : null;
    }

    private static string[] Block(ReadNode node)
    {
        var value = node.Node.Value is { } summary ? ValueText.Of(summary) : null;
        var isNamedNumber = node.IsNumber && node.Caption is not null && value is not null;
        string?[] words =
        [
            node.IsOperation || node.Fold is not null ? $"[{node.Symbol}]" : null,
            node.Caption,
            isNamedNumber ? "=" : null,
            node.IsNumber ? null : ValueText.Of(node.Node.Shape),
            node.IsNumber ? value : null,
        ];
        return
        [
            string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word))),
            .. node.IsNumber || value is null ? Array.Empty<string>() : [value],
            .. node.Node.Gradient is { } gradient ? [$"∇ {ValueText.Gradient(node, gradient)}"] : Array.Empty<string>(),
        ];
    }

    private static int Width(string[] block) => block.Max(TextMetrics.Columns);

    private static int Round(double height) => (int)Math.Floor(height + 0.5 + 1e-6);

    private int Row(int node) => Round(layout.Nodes[node].Y);

    private void FillGaps(int index, Dictionary<ReadNode, int> places)
    {
        var edge = reading.Edges[index];
        var (from, to) = (places[edge.From], places[edge.To]);
        var row = Row(from);
        for (var rank = layout.Ranks[from]; rank < layout.Ranks[to]; rank++)
        {
            var isLast = rank + 1 == layout.Ranks[to];
            var hop = rank - layout.Ranks[from] + 1;
            var next = isLast ? Row(to) : Round(layout.Passages[index][2 * hop].Y);
            gaps[rank].Add(new DiagramLink(row, next, hop == 1 ? from : null, isLast));
            row = next;
        }
    }

    private Scene Draw(int width, int height)
    {
        var rows = gaps.SelectMany(gap => gap.Links).Select(link => Math.Max(link.FromRow, link.ToRow) + 1);
        var marks = new List<Mark>();
        for (var rank = 0; rank < gaps.Length; rank++)
        {
            foreach (var link in gaps[rank].Links)
            {
                marks.Add(Line(rank, link));
            }
        }

        for (var node = 0; node < blocks.Length; node++)
        {
            for (var line = 0; line < blocks[node].Length; line++)
            {
                var text = blocks[node][line];
                marks.Add(new TextMark(Role.Plain, lefts[layout.Ranks[node]], Row(node) + line, text, 1, Face.Mono));
            }
        }

        return new Scene(width, Math.Max(height, rows.DefaultIfEmpty(0).Max()), reading.Title, marks);
    }

    private PathMark Line(int rank, DiagramLink link)
    {
        var start = link.FromNode is { } node
            ? lefts[rank] + TextMetrics.Columns(blocks[node][0]) + 1
            : rights[rank] + 1;
        var end = link.EndsAtNode ? lefts[rank + 1] - 2 : rights[rank + 1] + 1;
        var points = new List<Point> { new(start, link.FromRow) };
        if (link.FromRow != link.ToRow)
        {
            var lane = rights[rank] + 2 + gaps[rank].Lane(link.ToRow);
            points.Add(new Point(lane, link.FromRow));
            points.Add(new Point(lane, link.ToRow));
        }

        points.Add(new Point(end, link.ToRow));
        return new PathMark(Role.Forward, points, Arrow: link.EndsAtNode);
    }
}
