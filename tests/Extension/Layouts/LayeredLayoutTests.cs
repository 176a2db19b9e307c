using NotebookGrad.Layouts;
using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Layouts;

public class LayeredLayoutTests
{
    private const double Rounding = 1e-6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ranks_increase_along_every_edge(int seed)
    {
        var graph = RandomGraphs.Of(seed);
        var layout = LayeredLayout.Arrange(graph);
        Assert.All(graph.Edges, edge => Assert.True(layout.Ranks[edge.From] < layout.Ranks[edge.To]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Boxes_of_nodes_and_labels_do_not_overlap_and_lie_inside_the_drawing(int seed)
    {
        var graph = RandomGraphs.Of(seed);
        var layout = LayeredLayout.Arrange(graph);
        var boxes = Boxes(graph, layout);
        for (var first = 0; first < boxes.Count; first++)
        {
            Assert.InRange(boxes[first].Left, -Rounding, layout.Width + Rounding);
            Assert.InRange(boxes[first].Right, -Rounding, layout.Width + Rounding);
            Assert.InRange(boxes[first].Top, -Rounding, layout.Height + Rounding);
            Assert.InRange(boxes[first].Bottom, -Rounding, layout.Height + Rounding);
            for (var second = first + 1; second < boxes.Count; second++)
            {
                Assert.False(Overlap(boxes[first], boxes[second]), $"{boxes[first]} and {boxes[second]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Edges_join_the_sides_of_their_nodes_and_pass_no_other_box(int seed)
    {
        var graph = RandomGraphs.Of(seed);
        var layout = LayeredLayout.Arrange(graph);
        var nodes = Boxes(graph, layout).Take(graph.Nodes.Count).ToArray();
        for (var index = 0; index < graph.Edges.Count; index++)
        {
            var route = layout.Passages[index];
            Assert.Equal(nodes[graph.Edges[index].From].Right, route[0].X, 6);
            Assert.Equal(nodes[graph.Edges[index].To].Left, route[^1].X, 6);
            for (var point = 0; point + 1 < route.Count; point += 2)
            {
                var (from, to) = (route[point], route[point + 1]);
                Assert.Equal(from.Y, to.Y, 6);
                var level = new Box(from.X + Rounding, from.Y, to.X - Rounding, to.Y);
                Assert.DoesNotContain(nodes, node => Overlap(node, level));
            }
        }
    }

    [Fact]
    public void Equal_graphs_get_equal_layouts()
    {
        var first = LayeredLayout.Arrange(RandomGraphs.Of(7));
        var second = LayeredLayout.Arrange(RandomGraphs.Of(7));
        Assert.Equal(first.Nodes, second.Nodes);
        Assert.Equal(first.Routes, second.Routes);
    }

    [Fact]
    public void A_chain_is_level()
    {
        var nodes = Enumerable.Repeat(LayoutBox.Centred(50, 40), 30).ToArray();
        var edges = Enumerable.Range(0, 29).Select(node => new LayoutEdge(node, node + 1)).ToArray();
        var layout = LayeredLayout.Arrange(new LayoutGraph(nodes, edges, 30, 12));
        Assert.Single(layout.Nodes.Select(place => Math.Round(place.Y, 3)).Distinct());
    }

    [Fact]
    public void A_first_operand_stands_above_a_second_one()
    {
        var box = LayoutBox.Centred(50, 40);
        var layout = LayeredLayout.Arrange(new LayoutGraph(
            [box, box, box],
            [new LayoutEdge(1, 2), new LayoutEdge(0, 2)],
            30,
            12));
        Assert.True(layout.Nodes[1].Y < layout.Nodes[0].Y);
    }

    [Fact]
    public void An_operand_stands_beside_the_operation_that_uses_it()
    {
        var box = LayoutBox.Centred(50, 40);
        var layout = LayeredLayout.Arrange(new LayoutGraph(
            [box, box, box, box],
            [new LayoutEdge(0, 1), new LayoutEdge(1, 3), new LayoutEdge(2, 3)],
            30,
            12));
        Assert.Equal([0, 1, 1, 2], layout.Ranks);
    }

    [Fact]
    public void An_empty_graph_has_an_empty_layout()
    {
        var layout = LayeredLayout.Arrange(new LayoutGraph([], [], 30, 12));
        Assert.Empty(layout.Nodes);
        Assert.Equal(0, layout.Width);
    }

    [Fact]
    public void A_circle_is_refused()
    {
        var box = LayoutBox.Centred(50, 40);
        var graph = new LayoutGraph([box, box], [new LayoutEdge(0, 1), new LayoutEdge(1, 0)], 30, 12);
        Assert.Throws<ArgumentException>(() => LayeredLayout.Arrange(graph));
    }

    private static List<Box> Boxes(LayoutGraph graph, LayoutResult layout)
    {
        var boxes = layout.Nodes.Select(Placed).ToList();
        for (var edge = 0; edge < graph.Edges.Count; edge++)
        {
            if (graph.Edges[edge].Label is not null)
            {
                boxes.Add(Placed(layout.Labels[edge]!.Value));
            }
        }

        return boxes;
    }

    private static Box Placed(LayoutArea area) => new(area.X, area.Y, area.X + area.Width, area.Y + area.Height);

    private static bool Overlap(Box first, Box second) =>
        first.Left < second.Right - Rounding && second.Left < first.Right - Rounding
        && first.Top < second.Bottom - Rounding && second.Top < first.Bottom - Rounding;

    private sealed record Box(double Left, double Top, double Right, double Bottom);
}
