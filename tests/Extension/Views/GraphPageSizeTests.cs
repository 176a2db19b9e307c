using System.Text;
using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;
using Xunit.Abstractions;

namespace NotebookGrad.Tests.Views;

public class GraphPageSizeTests(ITestOutputHelper output)
{
    /// <summary>Graphs by their number of nodes, with the most bytes that their pages may take.</summary>
    public static TheoryData<string, int> Pages => new()
    {
        { "square, 6 nodes", 30_000 },
        { "random, 100 nodes", 120_000 },
        { "layers, 101 nodes", 120_000 },
        { "chain of 10,000", 300_000 },
        { "layers, 10,002 nodes", 300_000 },
        { "random, 10,000 operations", 300_000 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_with_all_that_opens_in_it_has_its_bounds(string graph, int most)
    {
        var html = new GraphView(Of(graph), new Dictionary<long, string>()).ToHtml();
        var bytes = Encoding.UTF8.GetByteCount(html);
        output.WriteLine($"{graph}: {bytes:N0} bytes");
        Assert.True(bytes <= most, $"{graph}: {bytes:N0} bytes, {most:N0} are allowed");
    }

    private static GraphSnapshot Of(string graph) => graph switch
    {
        "square, 6 nodes" => Graphs.Square(),
        "random, 100 nodes" => LargeGraphs.Random(90, seed: 1),
        "layers, 101 nodes" => LargeGraphs.Layers(20, modules: true),
        "chain of 10,000" => Graphs.Chain(10_000),
        "layers, 10,002 nodes" => LargeGraphs.Layers(2000, modules: false),
        _ => LargeGraphs.Random(10_000, seed: 1, modules: true),
    };
}
