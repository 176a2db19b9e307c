using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Peers.Layouters;

/// <summary>Graphviz' <c>dot</c>, a process for each graph, so that its times include its start.</summary>
/// <param name="patience">How long one graph may take.</param>
internal sealed class Graphviz(TimeSpan patience) : ILayouter
{
    /// <summary>What it needs.</summary>
    public const string Program = "dot";

    private const double PointsPerInch = 72;

    /// <inheritdoc/>
    public string Name => Program;

    /// <inheritdoc/>
    public Arrangement? Arrange(LayoutGraph graph, int rounds)
    {
        var source = Source(graph);
        string? output = null;
        var time = Rounds.Median(rounds, () => (output = Run(source)) is not null);
        return output is null ? null : new Arrangement(Read(graph, output), time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // A label of a given size is a table, because text would be as wide as its font.
    private static string Source(LayoutGraph graph)
    {
        var text = new StringBuilder("digraph {\n");
        text.Append(Invariant($"rankdir=LR nodesep={Inches(graph.NodeGap)} ranksep={Inches(graph.RankGap)}\n"));
        text.Append("node [shape=box fixedsize=true label=\"\"] edge [dir=none]\n");
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            var box = graph.Nodes[node];
            text.Append(Invariant($"{node} [width={Inches(box.Width)} height={Inches(box.Height)}]\n"));
        }

        for (var index = 0; index < graph.Edges.Count; index++)
        {
            var edge = graph.Edges[index];
            var label = edge.Label is { } box
                ? Invariant($" label=<<TABLE BORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"{Whole(box.Width)}\" ")
                    + Invariant($"HEIGHT=\"{Whole(box.Height)}\"><TR><TD></TD></TR></TABLE>>")
                : "";
            text.Append(Invariant($"{edge.From} -> {edge.To} [id={index} weight={edge.Weight}{label}]\n"));
        }

        return text.Append("}\n").ToString();
    }

    private string? Run(string source)
    {
        var start = new ProcessStartInfo(Installed.Graphviz(), ["-Tjson0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(source);
        process.StandardInput.Close();
        if (!process.WaitForExit(patience))
        {
            process.Kill();
            return null;
        }

        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"dot ended with {process.ExitCode}: {errors.Result}");
    }

    private static Drawing Read(LayoutGraph graph, string output)
    {
        using var document = JsonDocument.Parse(output);
        var bounds = Numbers(document.RootElement.GetProperty("bb"));
        var (width, height) = (bounds[2], bounds[3]);
        var nodes = new LayoutArea[graph.Nodes.Count];
        foreach (var node in document.RootElement.GetProperty("objects").EnumerateArray())
        {
            var index = Index(node, "name");
            nodes[index] = Around(Numbers(node.GetProperty("pos")), graph.Nodes[index]);
        }

        var labels = new LayoutArea?[graph.Edges.Count];
        var lines = new IReadOnlyList<Point>[graph.Edges.Count];
        foreach (var edge in Edges())
        {
            var index = Index(edge, "id");
            var numbers = Numbers(edge.GetProperty("pos"));
            lines[index] = Flattening.Line(
                [.. numbers.Chunk(2).Select(pair => new Point(pair[0], height - pair[1]))]);
            labels[index] = edge.TryGetProperty("lp", out var place)
                ? Around(Numbers(place), graph.Edges[index].Label!.Value)
                : null;
        }

        return new Drawing(nodes, labels, lines, width, height);

        IEnumerable<JsonElement> Edges() =>
            document.RootElement.TryGetProperty("edges", out var edges) ? edges.EnumerateArray() : [];

        LayoutArea Around(double[] middle, LayoutBox box) =>
            new(middle[0] - (box.Width / 2), height - middle[1] - (box.Height / 2), box.Width, box.Height);
    }

    private static int Index(JsonElement element, string property) =>
        int.Parse(element.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);

    private static double[] Numbers(JsonElement text) => [.. text.GetString()!
        .Split([' ', ','])
        .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static double Inches(double points) => points / PointsPerInch;

    private static int Whole(double points) => (int)Math.Ceiling(points);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
