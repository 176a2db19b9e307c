using System.Xml.Linq;
using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

public sealed class InspectableExtensionsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("notebookgrad-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Tensors_nodes_graphs_and_ledgers_can_be_looked_at()
    {
        var w = Tensor.Of(3f, requiresGrad: true).Named("w");
        var loss = (w * w).Named("loss");
        loss.Backward();
        IInspectable[] things = [w, loss.GradFn!, loss.Graph(), Memory.Ledger(loss)];
        Assert.All(things, thing =>
        {
            Assert.NotEmpty(thing.ToText());
            Assert.StartsWith("<div class=\"nbgrad-view\"", thing.ToHtml());
        });
        Assert.Contains("∇ 6", w.ToText());
        Assert.Contains("[×] loss = 9", loss.Graph().ToText());
        Assert.StartsWith("grad_fn of loss", loss.GradFn!.ToText());
        Assert.StartsWith("memory: ", Memory.Ledger(loss).ToText());
    }

    [Fact]
    public void A_page_of_its_own_says_all_that_a_browser_needs()
    {
        var path = Path.Combine(folder, "graph.html");
        Graph().Save(path);
        var page = File.ReadAllText(path);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page);
        Assert.Contains("<meta charset=\"utf-8\">", page);
        Assert.Contains("name=\"viewport\"", page);
        Assert.Contains("<title>graph of y</title>", page);
        Assert.Contains("prefers-color-scheme: dark", page);
    }

    [Fact]
    public void A_graph_can_be_saved_as_a_drawing_and_as_text()
    {
        Graph().Save(Path.Combine(folder, "graph.svg"));
        Graph().Save(Path.Combine(folder, "GRAPH.TXT"));
        Assert.Equal("svg", XDocument.Load(Path.Combine(folder, "graph.svg")).Root!.Name.LocalName);
        Assert.Contains("[×] y = 6", File.ReadAllText(Path.Combine(folder, "GRAPH.TXT")));
    }

    [Theory]
    [InlineData("g.dot", "digraph {")]
    [InlineData("g.gv", "digraph {")]
    [InlineData("g.mmd", "flowchart LR\n")]
    [InlineData("g.md", "```mermaid\nflowchart LR\n")]
    [InlineData("g.json", "{\n  \"kind\": \"GraphSnapshot\"")]
    [InlineData("g.svg", "<svg ")]
    public void The_ending_chooses_the_form(string name, string start)
    {
        Graph().Save(Path.Combine(folder, name));
        Assert.StartsWith(start, File.ReadAllText(Path.Combine(folder, name)));
    }

    [Fact]
    public void What_has_no_drawing_is_not_saved_as_one()
    {
        var path = Path.Combine(folder, "m.svg");
        var error = Assert.Throws<ArgumentException>(() => Memory.Ledger(Tensor.Of(1f)).Save(path));
        Assert.Contains("; end the name in .html, .htm, .txt or .json", error.Message);
        var other = Assert.Throws<ArgumentException>(() => Memory.Ledger(Tensor.Of(1f)).ToSvg());
        Assert.Equal(
            "ToSvg: memory has no drawing of its own; ToHtml, ToText and ToJson show it", other.Message);
    }

    [Theory]
    [InlineData("graph.png")]
    [InlineData("graph")]
    public void An_unknown_ending_is_refused_with_those_that_are_known(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => Graph().Save(Path.Combine(folder, name)));
        Assert.Contains(
            $"{name}\"; end the name in .html, .htm, .svg, .txt, .json, .dot, .gv, .mmd or .md",
            error.Message);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var error = Assert.Throws<IOException>(() => Graph().Save(Path.Combine(folder, "no", "graph.html")));
        Assert.Contains("does not exist; create it first", error.Message);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        Directory.CreateDirectory(Path.Combine(folder, "graph.html"));
        var error = Assert.Throws<IOException>(() => Graph().Save(Path.Combine(folder, "graph.html")));
        Assert.Contains("graph.html", error.Message);
    }

    private static GraphSnapshot Graph()
    {
        var x = Tensor.Of(2f, requiresGrad: true).Named("x");
        return (x * 3f).Named("y").Graph();
    }
}
