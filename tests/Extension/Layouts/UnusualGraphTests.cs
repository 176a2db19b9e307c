using NotebookGrad.Layouts;
using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Layouts;

public class UnusualGraphTests
{
    private static readonly LayoutBox Box = LayoutBox.Centred(50, 40);

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(21)]
    public void Downwards_is_rightwards_with_the_axes_exchanged(int seed)
    {
        var graph = RandomGraphs.Of(seed);
        graph = graph with { Edges = [.. graph.Edges.Select(edge => edge with { Label = null })] };
        LayoutBox[] turned = [.. graph.Nodes.Select(box => LayoutBox.Centred(box.Height, box.Width))];
        var right = LayeredLayout.Arrange(graph);
        var down = LayeredLayout.Arrange(graph with { Nodes = turned, Direction = LayoutDirection.Down });
        Assert.Equal(
            right.Nodes.Select(area => new LayoutArea(area.Y, area.X, area.Height, area.Width)),
            down.Nodes);
        Assert.Equal(
            right.Routes.SelectMany(route => route).Select(point => new Point(point.Y, point.X)),
            down.Routes.SelectMany(route => route));
    }

    [Fact]
    public void A_label_stands_right_of_an_edge_that_leads_down()
    {
        var layout = LayeredLayout.Arrange(new LayoutGraph(
            [Box, Box],
            [new LayoutEdge(0, 1, Breadth: 20, Label: new LayoutBox(30, 5, 10))],
            30,
            12)
        {
            Direction = LayoutDirection.Down,
        });
        var (label, route) = (layout.Labels[0]!.Value, layout.Routes[0]);
        Assert.Equal((30, 15), (label.Width, label.Height));
        Assert.All(Areas.Points(route), point => Assert.True(point.X <= label.X - 10 + 1e-6));
        Assert.InRange(label.Y, layout.Nodes[0].Y + 40, layout.Nodes[1].Y - 15);
    }

    [Fact]
    public void What_does_not_hang_together_stands_below_each_other()
    {
        var layout = LayeredLayout.Arrange(new LayoutGraph([Box, Box, Box], [new LayoutEdge(0, 2)], 30, 12));
        Assert.Equal([0, 52, 0], layout.Nodes.Select(area => area.Y));
        Assert.Equal(92, layout.Height);
    }

    [Fact]
    public void Several_edges_between_the_same_nodes_do_not_cross()
    {
        var edges = Enumerable.Repeat(new LayoutEdge(0, 1, Breadth: 8), 4).ToArray();
        var layout = LayeredLayout.Arrange(new LayoutGraph([Box, Box], edges, 30, 12));
        Assert.All(layout.Passages, passage => Assert.Equal(passage[0].Y, passage[^1].Y, 6));
        Assert.Equal(4, layout.Passages.Select(passage => Math.Round(passage[0].Y, 3)).Distinct().Count());
    }

    [Fact]
    public void An_edge_past_other_nodes_is_straight_between_them()
    {
        var nodes = Enumerable.Repeat(Box, 8).ToArray();
        var edges = Enumerable.Range(1, 7).Select(node => new LayoutEdge(node - 1, node, 14)).Append(new(0, 7, 14));
        var layout = LayeredLayout.Arrange(new LayoutGraph(nodes, [.. edges], 30, 12));
        Assert.Single(layout.Passages[^1].Skip(2).SkipLast(2).Select(point => Math.Round(point.Y, 6)).Distinct());
    }

    [Fact]
    public void The_spine_of_a_drawing_is_level_though_its_operations_have_other_operands()
    {
        // Operations 0, 2, 4…, each with one more operand, as in a network.
        var nodes = Enumerable.Repeat(Box, 21).ToArray();
        var edges = Enumerable.Range(1, 10).SelectMany(layer => new[]
        {
            new LayoutEdge((2 * layer) - 2, 2 * layer, 14, Weight: 24),
            new LayoutEdge((2 * layer) - 1, 2 * layer, 14, Weight: 2),
        });
        var layout = LayeredLayout.Arrange(new LayoutGraph(nodes, [.. edges], 30, 12));
        Assert.Single(layout.Nodes.Where((_, node) => node % 2 == 0).Select(area => Math.Round(area.Y, 6)).Distinct());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e7, 1e9)]
    public void Boxes_of_any_size_are_placed(double width, double height)
    {
        var graph = RandomGraphs.Of(5);
        LayoutBox[] boxes = [.. graph.Nodes.Select(_ => LayoutBox.Centred(width, height))];
        var layout = LayeredLayout.Arrange(graph with { Nodes = boxes });
        Assert.All(layout.Routes.SelectMany(route => route), point => Assert.True(double.IsFinite(point.X + point.Y)));
    }

    [Fact]
    public void Too_many_long_edges_take_lanes_above_the_drawing()
    {
        // Each node leads to the next one and to the last: to pass all layers would take 10⁵ items.
        const int count = 500;
        var nodes = Enumerable.Repeat(Box, count).ToArray();
        var edges = Enumerable.Range(1, count - 1).Select(node => new LayoutEdge(node - 1, node))
            .Concat(Enumerable.Range(0, count - 2).Select(node => new LayoutEdge(node, count - 1)))
            .ToArray();
        var layout = LayeredLayout.Arrange(new LayoutGraph(nodes, edges, 30, 12));
        Assert.All(layout.Routes.Skip(count).Take(100).Concat(layout.Routes.Take(20)), route =>
            Assert.All(Areas.Points(route, steps: 6), point =>
                Assert.DoesNotContain(layout.Nodes, area => Areas.IsInside(point, area))));
        Assert.True(layout.Routes[count].Min(point => point.Y) < layout.Nodes.Min(area => area.Y));
    }

    [Fact]
    public void A_chain_of_ten_thousand_nodes_is_placed()
    {
        var nodes = Enumerable.Repeat(Box, 10_000).ToArray();
        var edges = Enumerable.Range(1, 9_999).Select(node => new LayoutEdge(node - 1, node)).ToArray();
        Assert.Equal(9_999, LayeredLayout.Arrange(new LayoutGraph(nodes, edges, 30, 12)).Ranks.Max());
    }
}
