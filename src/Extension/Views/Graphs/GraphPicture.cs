using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws a graph: values flow to the right as in a formula or, where that would be wider than a page, down; gradients
/// flow back beside them.
/// </summary>
internal sealed class GraphPicture
{
    private const double Widest = 1100;

    // What hardly becomes narrower is read more easily to the right.
    private const double TurningGain = 0.8;
    private const double Padding = 16;
    private const double RankGap = 36;
    private const double NodeGap = 16;
    private const double FrameMargin = 12;
    private const double FrameHeading = 18;
    private const double FrameSize = 12;

    private readonly GraphReading reading;
    private readonly EdgeMarks edges;
    private readonly NodeCard[] cards;
    private readonly LayoutResult layout;

    private GraphPicture(GraphReading reading, LayoutDirection direction)
    {
        this.reading = reading;
        var scale = new GradientScale(reading);
        edges = new EdgeMarks(reading, scale, direction);
        cards = [.. reading.Nodes.Select(node => new NodeCard(node, scale, direction, Ports(node)))];
        var places = reading.Nodes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        layout = LayeredLayout.Arrange(new LayoutGraph(
            [.. cards.Select(card => LayoutBox.Centred(card.Width, card.Height))],
            [.. reading.Edges.Select(edge => new LayoutEdge(
                places[edge.From], places[edge.To], edges.Breadth(edge), edge.Importance, edges.Room(edge)))],
            RankGap,
            NodeGap)
        {
            Direction = direction,
            Groups = [.. reading.Frames.Select(frame => new LayoutGroup(
                frame.Parent, frame.Nodes, FrameMargin, FrameHeading))],
        });
    }

    /// <summary>The drawing of a graph.</summary>
    public static GraphDrawing Of(GraphReading reading)
    {
        var wish = reading.Graph.Direction;
        if (wish == GraphDirection.Down)
        {
            return new GraphPicture(reading, LayoutDirection.Down).Draw();
        }

        var right = new GraphPicture(reading, LayoutDirection.Right);
        if (wish == GraphDirection.Right || right.layout.Width <= Widest)
        {
            return right.Draw();
        }

        var down = new GraphPicture(reading, LayoutDirection.Down);
        return (down.layout.Width < TurningGain * right.layout.Width ? down : right).Draw();
    }

    private static Point Moved(Point point) => new(point.X + Padding, point.Y + Padding);

    private static LayoutArea Moved(LayoutArea area) => area with
    {
        X = Math.Round(area.X + Padding),
        Y = Math.Round(area.Y + Padding),
    };

    private GraphDrawing Draw()
    {
        var values = new List<PathMark>();
        var gradients = new List<PathMark>();
        var labels = new List<TextMark>();
        var ways = new List<IReadOnlyList<Point>>();
        foreach (var (index, edge) in reading.Edges.Index())
        {
            Point[] route = [.. layout.Routes[index].Select(Moved)];
            var way = edges.Back(route);
            ways.Add(way);
            values.Add(edges.Value(edge, route));
            if (edges.HasGradient(edge))
            {
                gradients.Add(edges.Gradient(edge, way));
                labels.AddRange(edges.Label(edge, layout.Labels[index] is { } area ? Moved(area) : null) is { } label
                    ? [label]
                    : []);
            }
        }

        // Gradients above values above frames: where two cross, what the picture is about stays whole. Lines of one
        // look follow each other, so that a writer can take them together.
        LayoutArea[] areas = [.. layout.Nodes.Select(Moved)];
        var scene = new Scene(
            Math.Max(layout.Width, 1) + (2 * Padding),
            Math.Max(layout.Height, 1) + (2 * Padding),
            $"Computational graph of {reading.Title}: {reading.Summary}",
            [
                .. Frames(),
                .. values.OrderBy(value => (value.Role, value.Width, value.Dashed)),
                .. gradients.OrderBy(gradient => (gradient.Role, gradient.Width)),
                .. labels,
                .. cards.Zip(areas, (card, area) => card.Draw(area)),
                .. cards.Zip(areas, (card, area) => card.Bars(area)).SelectMany(bars => bars).OrderBy(bar => bar.Role),
                .. cards.Zip(areas, (card, area) => card.Changes(area)).SelectMany(changes => changes),
            ]);
        return new GraphDrawing(scene, areas, ways);
    }

    private IEnumerable<Mark> Frames()
    {
        // Nodes that a path leaves and enters again have no frame of their own.
        var places = layout.Groups.Select(Moved);
        foreach (var (frame, place) in reading.Frames.Zip(places).Where(pair => pair.Second.Width > 0))
        {
            yield return new BoxMark(Role.Guide, place.X, place.Y, place.Width, place.Height, Radius: 6);
            var width = TextMetrics.Width(frame.Name, FrameSize, Face.SansBold);
            var (x, baseline) = (HeadingLeft(place, width), place.Y + FrameHeading - 3);
            yield return new TextMark(Role.Mute, x, baseline, frame.Name, FrameSize, Face.SansBold);
        }
    }

    /// <summary>
    /// Where a frame's name starts: at the left, or beside the edges that come in through the upper side, if it fits.
    /// </summary>
    private double HeadingLeft(LayoutArea frame, double width)
    {
        var (first, last) = (frame.X + FrameMargin, frame.X + frame.Width - FrameMargin - width);
        var left = first;
        foreach (var entry in layout.Passages
            .SelectMany(points => points.Select(Moved))
            .Where(point => Math.Abs(point.Y - frame.Y) < 1)
            .Select(point => point.X)
            .Order())
        {
            var isCrossed = entry + FrameMargin > left && entry - FrameMargin < left + width;
            left = isCrossed ? entry + FrameMargin : left;
        }

        return left <= last ? left : first;
    }

    /// <summary>The length of a side that a node needs for its edges.</summary>
    private double Ports(ReadNode node) =>
        Math.Max(node.Operands.Sum(edges.Breadth), node.Uses.Sum(edges.Breadth)) + 8;
}
