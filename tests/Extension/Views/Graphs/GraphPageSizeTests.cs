using System.Text;
using System.Text.RegularExpressions;
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

    [Theory]
    [InlineData("scalar")]
    [InlineData("vector")]
    [InlineData("隐藏层的权重矩阵与偏置向量")]
    public void A_page_of_20_tangled_nodes_takes_at_most_30_kilobytes(string kind)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var loss = SizedGraphs.Tangled(kind, kind == "scalar" ? [] : [6, 5], seed);
            loss.Backward();
            var graph = loss.Graph();
            var html = Check($"{kind} {seed}", graph, 18..24, PageDetail.Room(graph.Nodes.Count));
            var told = ChainRule.WithinSums(ChainRule.Of(new GraphReading(graph, new Dictionary<long, string>()))).Count;
            Assert.InRange(Regex.Count(html, "<li>"), told / 4, 3 * told);
            output.WriteLine($"{Regex.Count(html, "<li>")} of {told} steps");
        }
    }

    [Theory]
    [InlineData(1, 30_000)]
    [InlineData(20, 30_000)]
    [InlineData(60, 75_000)]
    [InlineData(100, 120_000)]
    [InlineData(1_000, 210_000)]
    [InlineData(10_000, 300_000)]
    [InlineData(1_000_000, 300_000)]
    public void There_is_room_by_the_number_of_nodes(int nodes, int bytes) =>
        Assert.Equal(bytes, PageDetail.Room(nodes));

    [Fact]
    public void Where_there_is_little_room_as_much_is_told_as_fits()
    {
        string Page(PageDetail detail) => new('x', 10_000
            + (detail.Ranges ? 10_000 : 0) + (detail.Norms ? 8_000 : 0) + (detail.Parts ? 6_000 : 0)
            + (detail.Steps * 450));
        var most = PageDetail.Page(1, 40, detail => Page(detail with { Steps = Math.Min(detail.Steps, 10) }));
        Assert.Equal(10_000 + 8_000 + 6_000 + 4_500, most.Length);
        var least = PageDetail.Page(1, 80, Page);
        Assert.Equal(10_000 + (44 * 450), least.Length);
    }

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

    private string Check(string name, GraphSnapshot graph, Range nodes, int most)
    {
        var html = new GraphView(graph, new Dictionary<long, string>()).ToHtml();
        var bytes = Encoding.UTF8.GetByteCount(html);
        output.WriteLine($"{name}, {graph.Nodes.Count} nodes: {bytes:N0} bytes");
        Assert.InRange(graph.Nodes.Count, nodes.Start.Value, nodes.End.Value);
        Assert.True(bytes <= most, $"{name}: {bytes:N0} bytes, {most:N0} are allowed");
        return html;
    }
}
