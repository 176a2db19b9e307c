using System.Diagnostics;
using System.Text.Json;
using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Peers.Layouters;

/// <summary>npm's dagre, in one warm process of Node.js that times itself.</summary>
/// <param name="patience">How long one graph may take, all rounds together.</param>
internal sealed class Dagre(TimeSpan patience) : ILayouter
{
    /// <summary>What it needs.</summary>
    public const string Package = "@dagrejs/dagre";

    private Process? process;

    /// <inheritdoc/>
    public string Name => "dagre";

    /// <inheritdoc/>
    public Arrangement? Arrange(LayoutGraph graph, int rounds)
    {
        process ??= Start();
        process.StandardInput.WriteLine(JsonSerializer.Serialize(Request(graph, rounds)));
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLineAsync();
        if (!answer.Wait(patience))
        {
            Dispose();
            return null;
        }

        return answer.Result is { } line
            ? Read(graph, line)
            : throw new InvalidOperationException("Node.js ended before it had answered; see its message above.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
        process = null;
    }

    private static Process Start() => Process.Start(
        new ProcessStartInfo(
            Installed.Node(Package), ["--stack-size=4000", Path.Combine(Installed.Folder, "dagre.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static object Request(LayoutGraph graph, int rounds) => new
    {
        rounds,
        rankGap = graph.RankGap,
        nodeGap = graph.NodeGap,
        nodes = graph.Nodes.Select(box => new[] { box.Width, box.Height }),
        edges = graph.Edges.Select(edge => new
        {
            from = edge.From,
            to = edge.To,
            weight = edge.Weight,
            label = edge.Label is { } box ? new[] { box.Width, box.Height } : null,
        }),
    };

    private static Drawing Drawn(LayoutGraph graph, JsonElement answer)
    {
        var nodes = answer.GetProperty("nodes").EnumerateArray().Zip(graph.Nodes, Around);
        var edges = answer.GetProperty("edges").EnumerateArray().ToArray();
        return new Drawing(
            [.. nodes],
            [.. edges.Zip(graph.Edges, (edge, asked) =>
                asked.Label is { } box ? Around(edge.GetProperty("label"), box) : (LayoutArea?)null)],
            [.. edges.Select(edge => edge.GetProperty("points").EnumerateArray().Select(Place).ToArray())],
            answer.GetProperty("width").GetDouble(),
            answer.GetProperty("height").GetDouble());
    }

    private static Arrangement Read(LayoutGraph graph, string line)
    {
        using var document = JsonDocument.Parse(line);
        var answer = document.RootElement;
        return new Arrangement(
            Drawn(graph, answer),
            TimeSpan.FromMilliseconds(answer.GetProperty("milliseconds").GetDouble()));
    }

    private static LayoutArea Around(JsonElement middle, LayoutBox box)
    {
        var (x, y) = Place(middle);
        return new LayoutArea(x - (box.Width / 2), y - (box.Height / 2), box.Width, box.Height);
    }

    private static Point Place(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());
}
