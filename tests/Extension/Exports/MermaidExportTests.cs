using System.Text.RegularExpressions;
using NotebookGrad.Exports;
using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Exports;

public class MermaidExportTests
{
    private const string Text = "\"([A-Za-z0-9 ,]|\\.[0-9]|#[0-9]+;|<br/>|[^\\x00-\\x7F])+\"";

    private static readonly Regex Statement = new(
        "^flowchart LR$|^  classDef [a-z]+ [a-z:,#0-9 -]+$|^  linkStyle (default|[0-9,]+) stroke:#[0-9a-f]+$"
        + "|^  direction LR$|^  class m[0-9]+(,m[0-9]+)* module$"
        + $"|^  subgraph m[0-9]+ \\[{Text}\\]$|^  end$|^  n[0-9]+ (-->|-\\.->)(\\|{Text}\\|)? n[0-9]+$"
        + $"|^  n[0-9]+(\\[|\\(\\[|\\[\\[|\\(){Text}(\\]|\\]\\)|\\]\\]|\\)):::[a-z]+$");

    [Fact]
    public void A_graph_is_written_with_values_gradients_and_factors()
    {
        var chart = Graphs.Square().ToMermaid();
        Assert.StartsWith("flowchart LR\n  n0[\"x<br/>2<br/>∇ 24\"]:::parameter\n", chart);
        Assert.Contains("  n0 -->|\"×3\"| n2\n", chart);
        Assert.Contains("  n3 -.-> n4\n", chart);
        Assert.Contains("([\"#40;·#41;²  loss<br/>16<br/>∇ 1\"]):::result\n", chart);
    }

    [Fact]
    public void Hostile_names_leave_nothing_but_letters_and_numbered_signs()
    {
        var lines = NastyGraphs.Named().ToMermaid().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(Statement, line));
        Assert.Equal(2 * NastyNames.All.Count, lines.Count(line => line.Contains(":::")));
    }

    [PeerFact("mermaid", "jsdom")]
    public async Task Mermaid_reads_the_texts_of_the_picture()
    {
        var builder = new GraphBuilder();
        var path = builder.Forward(builder.Apply("tanh", "C:\\new\\#35;name", builder.Parameter("x", 1.0)));
        GraphSnapshot[] graphs =
        [
            path, Graphs.Square(), Graphs.Perceptron(), Graphs.NotFinite(), Graphs.Residual(40), NastyGraphs.Named(),
            .. Enumerable.Range(0, 40).Select(BrokenGraphs.Of),
        ];
        var readings = graphs.Select(graph => new GraphReading(graph, new Dictionary<long, string>())).ToArray();
        var charts = await Mermaid.Read(readings.Select(MermaidExport.Of));
        Assert.All(readings.Zip(charts), pair =>
        {
            var (reading, chart) = pair;
            Assert.Null(chart.Error);
            Assert.Equal(
                reading.Nodes.Select(node => string.Join('\n', NodeLabel.Lines(node))).Order(),
                chart.Nodes.Select(text => text.Replace("\u2060", "")).Order());
            Assert.Equal(
                reading.Edges.Select(edge => NodeLabel.Factor(reading, edge) ?? ""), chart.Edges);
            Assert.Equal(reading.Frames.Count, chart.Subgraphs.Length);
        });
    }
}
