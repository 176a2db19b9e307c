using System.Text;
using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;
using Xunit.Abstractions;

namespace NotebookGrad.Tests.Views;

/// <summary>How many bytes a graph's page takes with all that is in it, after a backward pass.</summary>
public class GraphPageSizeTests(ITestOutputHelper output)
{
    [Fact]
    public void A_page_of_20_nodes_takes_at_most_30_kilobytes() =>
        Check(20..24, 30_000, SizedGraphs.OfTwenty);

    [Fact]
    public void A_page_of_100_nodes_takes_at_most_120_kilobytes() =>
        Check(85..115, 120_000, SizedGraphs.OfHundred);

    [Fact]
    public void A_page_of_10_000_nodes_takes_at_most_300_kilobytes() =>
        Check(9_999..10_010, 300_000, SizedGraphs.OfTenThousand);

    [Fact]
    public void A_page_of_6_nodes_takes_at_most_15_kilobytes() => Check("square", Graphs.Square(), 6..6, 15_000);

    [Fact]
    public void A_page_of_100_random_nodes_in_tangles_takes_at_most_120_kilobytes() =>
        Check("tangled", LargeGraphs.Random(82, seed: 1), 85..115, 120_000);

    private void Check(Range nodes, int most, IReadOnlyDictionary<string, Func<Tensor>> graphs)
    {
        foreach (var (name, compute) in graphs)
        {
            var loss = compute();
            loss.Backward(Tensor.OnesLike(loss));
            Check(name, loss.Graph(), nodes, most);
        }
    }

    private void Check(string name, GraphSnapshot graph, Range nodes, int most)
    {
        var html = new GraphView(graph, new Dictionary<long, string>()).ToHtml();
        var bytes = Encoding.UTF8.GetByteCount(html);
        output.WriteLine($"{name}, {graph.Nodes.Count} nodes: {bytes:N0} bytes");
        Assert.InRange(graph.Nodes.Count, nodes.Start.Value, nodes.End.Value);
        Assert.True(bytes <= most, $"{name}: {bytes:N0} bytes, {most:N0} are allowed");
    }
}
