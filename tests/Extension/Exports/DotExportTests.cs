using NotebookGrad.Exports;
using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Exports;

public class DotExportTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void A_graph_is_written_with_values_gradients_and_factors()
    {
        var dot = Graphs.Square().ToDot();
        Assert.Contains("  n0 [label=\"x\\n2\\n∇ 24\", tooltip=\"parameter x", dot);
        Assert.Contains("label=\"(·)²  loss\\n16\\n∇ 1\"", dot);
        Assert.Contains("label=\"×3\"]\n", dot);
        Assert.Contains("style=dashed]\n", dot);
    }

    [DotFact]
    public void Graphviz_reads_as_many_nodes_and_edges_as_there_are()
    {
        foreach (var graph in new[] { Graphs.Square(), Graphs.Perceptron(), Graphs.NotFinite(), Graphs.Residual(4) })
        {
            var dot = graph.ToDot();
            Assert.Equal(graph.Nodes.Count, Dot.Groups(dot, "node").Length);
            Assert.Equal(graph.Edges.Count, Dot.Groups(dot, "edge").Length);
        }
    }

    [DotFact]
    public void Graphviz_draws_hostile_names_as_the_picture_does()
    {
        var reading = new GraphReading(NastyGraphs.Named(), NoNames);
        var drawn = Dot.Groups(DotExport.Of(reading), "node").ToDictionary(
            group => group.Elements().First(element => element.Name.LocalName == "title").Value,
            group => group.Descendants().Where(element => element.Name.LocalName == "text")
                .Select(text => Spaced(text.Value)).ToArray());
        Assert.Equal(reading.Nodes.Count, drawn.Count);
        Assert.All(reading.Nodes.Index(), node =>
            Assert.Equal(NodeLabel.Lines(node.Item).Select(Spaced), drawn[$"n{node.Index}"]));
    }

    [DotFact]
    public void A_module_is_a_cluster()
    {
        var graph = Graphs.Perceptron();
        var module = new GraphModule("a \"layer\"", new GraphModule("model", null));
        var nodes = graph.Nodes.Select(node =>
            node.Kind == GraphNodeKind.Operation ? node with { Module = module } : node);
        var dot = (graph with { Nodes = [.. nodes] }).ToDot();
        var texts = Dot.Groups(dot, "cluster").SelectMany(cluster => cluster.Elements());
        Assert.Equal(
            ["a \"layer\"", "model"],
            texts.Where(text => text.Name.LocalName == "text").Select(text => Spaced(text.Value)).Order());
        Assert.Equal(graph.Nodes.Count, Dot.Groups(dot, "node").Length);
    }

    private static string Spaced(string text) => text.Replace('\u00A0', ' ').Trim();
}
