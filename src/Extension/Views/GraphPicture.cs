using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a graph: boxes in columns, values flowing to the right, gradients flowing back beside them.</summary>
internal sealed class GraphPicture
{
    private const double Padding = 16;
    private const double RankGap = 36;
    private const double NodeGap = 16;
    private const double FrameMargin = 12;
    private const double FrameHeading = 16;
    private const double FrameSize = 12;
    private const double LaneOffset = 5;
    private const double GradientBreadth = 22;
    private const double ValueBreadth = 14;
    private const double LabelSize = 11.5;
    private const double LabelMargin = 5;

    private readonly GraphReading reading;
    private readonly GradientWidths widths;
    private readonly NodeCard[] cards;
    private readonly Dictionary<ReadNode, int> places = [];

    private GraphPicture(GraphReading reading)
    {
        this.reading = reading;
        widths = new GradientWidths(reading);
        cards = [.. reading.Nodes.Select(node => new NodeCard(node, PortRoom(node)))];
        for (var place = 0; place < reading.Nodes.Count; place++)
        {
            places[reading.Nodes[place]] = place;
        }
    }

    /// <summary>The drawing of a graph.</summary>
    public static GraphDrawing Of(GraphReading reading) => new GraphPicture(reading).Draw();

    private GraphDrawing Draw()
    {
        var layout = LayeredLayout.Arrange(new LayoutGraph(
            [.. cards.Select(card => LayoutBox.Centred(card.Width, card.Height))],
            [.. reading.Edges.Select(Arrow)],
            RankGap,
            NodeGap)
        {
            Groups = [.. reading.Frames.Select(frame => new LayoutGroup(
                frame.Parent, frame.Nodes, FrameMargin, FrameHeading))],
        });
        Point Shifted(Point point) => new(point.X + Padding, point.Y + Padding);
        LayoutArea Moved(LayoutArea area) => area with { X = area.X + Padding, Y = area.Y + Padding };

        // Gradients above values above boxes: where two cross, what the picture is about stays whole.
        var values = new List<Mark>();
        var gradients = new List<Mark>();
        var ways = new List<IReadOnlyList<Point>>();
        for (var index = 0; index < reading.Edges.Count; index++)
        {
            var edge = reading.Edges[index];
            var route = layout.Routes[index].Select(Shifted).ToArray();
            var way = Back(route);
            ways.Add(way);
            values.Add(Value(edge, route));
            if (HasGradient(edge))
            {
                gradients.Add(Gradient(edge, way, layout.Labels[index] is { } area ? Moved(area) : null));
            }
        }

        LayoutArea[] areas = [.. layout.Nodes.Select(Moved)];
        var scene = new Scene(
            Math.Max(layout.Width, 1) + (2 * Padding),
            Math.Max(layout.Height, 1) + (2 * Padding),
            $"Computational graph of {reading.Title}: {reading.Summary}",
            [.. Frames(layout, Moved), .. values, .. gradients, .. cards.Select((card, index) => card.Draw(areas[index]))]);
        return new GraphDrawing(scene, areas, ways);
    }

    private IEnumerable<Mark> Frames(LayoutResult layout, Func<LayoutArea, LayoutArea> moved)
    {
        // Nodes that a path leaves and enters again have no frame of their own.
        var placed = reading.Frames.Zip(layout.Groups.Select(moved));
        foreach (var (frame, place) in placed.Where(pair => pair.Second.Width > 0))
        {
            yield return new BoxMark(Role.Guide, place.X, place.Y, place.Width, place.Height, Radius: 6);
            var (x, baseline) = (place.X + FrameMargin, place.Y + FrameHeading);
            yield return new TextMark(Role.Mute, x, baseline, frame.Name, FrameSize, Face.SansBold);
        }
    }

    // A leaf may still hold the gradient of an earlier graph; it has come along an edge of this one only if this one
    // has been gone through.
    private bool HasGradient(ReadEdge edge) => edge.CarriesGradient && reading.Graph.BackwardDone
        && (edge.From.Node.Gradient is not null || edge.To.Node.Gradient is not null);

    /// <summary>The height that a node needs for its edges on the fuller side.</summary>
    private double PortRoom(ReadNode node) =>
        Math.Max(node.Operands.Sum(Breadth), node.Uses.Sum(Breadth)) + 8;

    private double Breadth(ReadEdge edge) => HasGradient(edge) ? GradientBreadth : ValueBreadth;

    private LayoutEdge Arrow(ReadEdge edge)
    {
        var label = LabelOf(edge) is { } text
            ? new LayoutBox(
                TextMetrics.Width(text, LabelSize, Face.Mono) + (2 * LabelMargin),
                LaneOffset + LabelMargin,
                LaneOffset + LabelSize + LabelMargin)
            : (LayoutBox?)null;
        return new LayoutEdge(places[edge.From], places[edge.To], Breadth(edge), edge.Importance, label);
    }

    private PathMark Value(ReadEdge edge, Point[] route)
    {
        var shift = HasGradient(edge) ? -LaneOffset : 0;
        var points = route.Select(point => point with { Y = point.Y + shift }).ToArray();
        points[^1] = points[^1] with { X = points[^1].X - 1 };
        var dashed = edge.From.Node.Kind == GraphNodeKind.Constant;
        return ChangeBadge.On(edge, new PathMark(Role.Forward, points, 1.4, PathShape.Curved, Arrow: true, dashed));
    }

    private static Point[] Back(Point[] route)
    {
        var way = route.Reverse().Select(point => point with { Y = point.Y + LaneOffset }).ToArray();
        way[^1] = way[^1] with { X = way[^1].X + 1 };
        return way;
    }

    private GroupMark Gradient(ReadEdge edge, Point[] way, LayoutArea? label)
    {
        var marks = new List<Mark>
        {
            new PathMark(Role.Gradient, way, widths.Of(edge), PathShape.Curved, Arrow: true),
        };
        if (label is { } area && LabelOf(edge) is { } text)
        {
            var baseline = area.Y + (2 * LaneOffset) + LabelMargin + LabelSize + 1;
            marks.Add(new TextMark(Role.Gradient, area.X + LabelMargin, baseline, text, LabelSize, Face.Mono));
        }

        return new GroupMark(Role.Plain, Tooltip(edge), marks);
    }

    private static string Tooltip(ReadEdge edge)
    {
        var derivative = edge.DerivativeInNames is { } names ? $" = {names}" : "";
        var number = edge.LocalDerivative is { } local ? $" = {NumberText.Of(local)}" : "";
        var (to, from) = (edge.To.Term, edge.From.Term);
        return $"gradient to {from.Text}: times ∂{to.InBrackets}/∂{from.InBrackets}{derivative}{number}";
    }

    private string? LabelOf(ReadEdge edge)
    {
        const int longest = 14;
        const int mostNodes = 20;
        if (!HasGradient(edge) || edge.LocalDerivative is not { } local)
        {
            return null;
        }

        var number = NumberText.Of(local);
        var names = reading.Nodes.Count <= mostNodes ? edge.DerivativeInNames : null;
        return names is null || names == number || names.Length + number.Length > longest
            ? $"×{number}"
            : $"×{number} = {names}";
    }
}
