using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws edges: the lane of the value, beside it that of the gradient, and its factor as a label.</summary>
internal sealed class EdgeMarks(GraphReading reading, GradientScale scale, LayoutDirection direction)
{
    private const double LaneOffset = 5;
    private const double GradientBreadth = 22;
    private const double ValueBreadth = 14;
    private const double LabelSize = 11.5;
    private const double LabelMargin = 5;
    private const int LongestLabel = 14;
    private const int MostNodesWithNames = 20;

    /// <summary>Whether a gradient has come along the edge.</summary>
    // A leaf may still hold the gradient of an earlier graph; it has come along an edge of this one only if this one
    // has been gone through.
    public bool HasGradient(ReadEdge edge) => edge.CarriesGradient && reading.Graph.BackwardDone
        && (edge.From.Node.Gradient is not null || edge.To.Node.Gradient is not null);

    /// <summary>The room across an edge.</summary>
    public double Breadth(ReadEdge edge) => HasGradient(edge) ? GradientBreadth : ValueBreadth;

    /// <summary>The room that the label takes: below the lanes, or right of them where these lead down.</summary>
    public LayoutBox? Room(ReadEdge edge)
    {
        if (Label(edge) is not { } text)
        {
            return null;
        }

        var width = TextMetrics.Width(text, LabelSize, Face.Mono);
        return direction == LayoutDirection.Right
            ? new LayoutBox(width + (2 * LabelMargin), LaneOffset + LabelMargin, LaneOffset + LabelSize + LabelMargin)
            : LayoutBox.Centred(width + LabelMargin, LabelSize + (2 * LabelMargin));
    }

    /// <summary>The way of the value, from the operand to the operation.</summary>
    public PathMark Value(ReadEdge edge, IReadOnlyList<Point> route)
    {
        Point[] lane = [.. route.Select(point => Aside(point, HasGradient(edge) ? -LaneOffset : 0))];
        var dashed = edge.From is { IsOperation: false, Enters: false, Node.Kind: GraphNodeKind.Constant };
        return ChangeBadge.On(edge, new PathMark(Role.Forward, lane, 1.4, PathShape.Curved, Arrow: true, dashed));
    }

    /// <summary>The way of the gradient, from the operation to the operand.</summary>
    public IReadOnlyList<Point> Back(IReadOnlyList<Point> route) =>
        [.. route.Reverse().Select(point => Aside(point, LaneOffset))];

    /// <summary>The gradient on its way; where it is zero or not finite, dark and dashed.</summary>
    public PathMark Gradient(ReadEdge edge, IReadOnlyList<Point> way)
    {
        var breaks = GradientScale.Breaks(edge);
        var role = breaks ? Role.Warning : Role.Gradient;
        return new(role, way, scale.Width(edge), PathShape.Curved, Arrow: true, Dashed: breaks);
    }

    /// <summary>The label in its area.</summary>
    public TextMark? Label(ReadEdge edge, LayoutArea? area)
    {
        if (area is not { } place || Label(edge) is not { } text)
        {
            return null;
        }

        var (x, baseline) = direction == LayoutDirection.Right
            ? (place.X + LabelMargin, place.Y + (2 * LaneOffset) + LabelMargin + LabelSize)
            : (place.X, place.Y + (place.Height / 2) + (LabelSize / 3));
        return new TextMark(
            Role.Gradient, Math.Round(x), Math.Round(baseline), text, LabelSize, Face.Mono);
    }

    private Point Aside(Point point, double distance) => direction == LayoutDirection.Right
        ? point with { Y = point.Y + distance }
        : point with { X = point.X + distance };

    private string? Label(ReadEdge edge)
    {
        if (!HasGradient(edge) || edge.LocalDerivative is not { } local)
        {
            return null;
        }

        var number = NumberText.Of(local);
        var names = reading.Nodes.Count <= MostNodesWithNames ? edge.DerivativeInNames : null;
        return names is null || names == number || names.Length + number.Length > LongestLabel
            ? $"×{number}"
            : $"×{number} = {names}";
    }
}
