using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Tests.Layouts;

public class FrameCrossingsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Nothing_crosses_where_residual_blocks_follow_each_other(int blocks)
    {
        AssertPlanar(FramedNetworks.Residual(blocks));
        AssertPlanar(FramedNetworks.Nested(blocks));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    public void Nothing_crosses_in_a_transformer_of_modules(int blocks, int heads) =>
        AssertPlanar(FramedNetworks.Transformer(blocks, heads));

    [Fact]
    public void Equal_blocks_are_drawn_equally()
    {
        var graph = FramedNetworks.ToLayout(FramedNetworks.Residual(5));
        var layout = LayeredLayout.Arrange(graph);
        var blocks = graph.Groups.Zip(layout.Groups, (group, frame) => group.Nodes
            .Select(node => layout.Nodes[node])
            .Select(area => (Math.Round(area.X - frame.X, 6), Math.Round(area.Y - frame.Y, 6)))
            .ToArray()).ToArray();
        Assert.All(blocks, block => Assert.Equal(blocks[0], block));
    }

    private static void AssertPlanar(Tensor root)
    {
        var graph = FramedNetworks.ToLayout(root);
        Assert.Empty(Crossings(graph));
        Assert.Empty(Crossings(graph with { Direction = LayoutDirection.Down }));
    }

    private static IReadOnlySet<(int First, int Second)> Crossings(LayoutGraph graph)
    {
        var layout = LayeredLayout.Arrange(graph);
        return DrawnCrossings.Of(graph, new Drawing(
            layout.Nodes, layout.Labels, [.. layout.Routes.Select(Flattening.Line)], layout.Width, layout.Height));
    }
}
