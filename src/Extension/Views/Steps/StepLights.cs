using System.Globalization;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// What the steps of a backward pass light up in a picture: the ways of gradients, in an SVG over it, and the values
/// that they reach. What step 3 lights up has the class <c>ng3</c>.
/// </summary>
internal sealed class StepLights
{
    private readonly Dictionary<ReadNode, string> nodes = [];
    private readonly Dictionary<ReadEdge, string> edges = new(ReferenceEqualityComparer.Instance);

    public StepLights(IEnumerable<BackwardStep> steps)
    {
        foreach (var (index, step) in steps.Index())
        {
            Add(nodes, step.Node, index + 1);
            foreach (var use in step.Uses)
            {
                Add(edges, use, index + 1);
            }
        }
    }

    /// <summary>The classes of a node, for its spot; empty where no step is about it.</summary>
    public string Of(ReadNode node) => nodes.GetValueOrDefault(node, "");

    /// <summary>
    /// The ways. There is no text in it, for where SVG is taken away its text is left behind; and where style is taken
    /// away, nothing of it is seen.
    /// </summary>
    public string Over(GraphReading reading, GraphDrawing drawing)
    {
        if (edges.Count == 0)
        {
            return "";
        }

        var ways = reading.Edges.Index()
            .Where(edge => edges.ContainsKey(edge.Item))
            .Select(edge => $"<path class=\"{edges[edge.Item]}\" d=\"{Data(drawing.Edges[edge.Index])}\"/>");
        var (width, height) = (Number(drawing.Scene.Width), Number(drawing.Scene.Height));
        return $"<svg aria-hidden=\"true\" fill=\"none\" width=\"0\" height=\"0\" viewBox=\"0 0 {width} {height}\">"
            + $"{string.Concat(ways)}</svg>";
    }

    private static void Add<TPart>(Dictionary<TPart, string> parts, TPart part, int step)
        where TPart : notnull =>
        parts[part] = parts.TryGetValue(part, out var before) ? $"{before} ng{step}" : $"ng{step}";

    private static string Data(IEnumerable<Point> way) =>
        SvgPath.Of([.. way.Select(point => new Point(Math.Round(point.X), Math.Round(point.Y)))], PathShape.Curved);

    private static string Number(double length) => Math.Ceiling(length).ToString(CultureInfo.InvariantCulture);
}
