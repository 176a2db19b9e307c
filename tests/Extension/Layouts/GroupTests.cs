using NotebookGrad.Layouts;
using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Layouts;

public class GroupTests
{
    private const double Rounding = 1e-6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 90)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_frame_holds_its_own_nodes_and_no_other(int seed)
    {
        var (graph, layout) = Arranged(seed);
        foreach (var (group, frame) in Framed(layout))
        {
            var (margin, heading) = (graph.Groups[group].Margin, graph.Groups[group].Heading);
            for (var node = 0; node < graph.Nodes.Count; node++)
            {
                var area = layout.Nodes[node];
                if (Around(graph, node).Contains(group))
                {
                    Assert.True(area.X >= frame.X + margin - Rounding);
                    Assert.True(area.Y >= frame.Y + margin + heading - Rounding);
                    Assert.True(area.X + area.Width <= frame.X + frame.Width - margin + Rounding);
                    Assert.True(area.Y + area.Height <= frame.Y + frame.Height - margin + Rounding);
                }
                else
                {
                    Assert.False(Areas.Overlap(area, frame), $"node {node}, group {group}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Frames_overlap_only_those_around_them(int seed)
    {
        var (graph, layout) = Arranged(seed);
        var frames = Framed(layout).ToArray();
        Assert.All(
            frames.SelectMany(first => frames.Select(second => (first, second)))
                .Where(pair => pair.first.Group < pair.second.Group)
                .Where(pair => !Outwards(graph, pair.second.Group).Contains(pair.first.Group)),
            pair => Assert.False(Areas.Overlap(pair.first.Frame, pair.second.Frame)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Edges_pass_no_node_label_or_frame_that_is_not_theirs(int seed)
    {
        var (graph, layout) = Arranged(seed);
        for (var index = 0; index < graph.Edges.Count; index++)
        {
            var edge = graph.Edges[index];
            var own = Around(graph, edge.From).Concat(Around(graph, edge.To)).ToHashSet();
            var foreign = Framed(layout).Where(framed => !own.Contains(framed.Group)).Select(framed => framed.Frame)
                .Concat(layout.Nodes)
                .Concat(layout.Labels.Where((_, other) => other != index).OfType<LayoutArea>())
                .ToArray();
            Assert.All(Areas.Points(layout.Routes[index]), point =>
                Assert.DoesNotContain(foreign, area => Areas.IsInside(point, area)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ranks_increase_and_all_lies_inside_the_drawing(int seed)
    {
        var (graph, layout) = Arranged(seed);
        Assert.All(graph.Edges, edge => Assert.True(layout.Ranks[edge.From] < layout.Ranks[edge.To]));
        Assert.All(layout.Nodes.Concat(layout.Groups), area =>
        {
            Assert.InRange(area.X, -Rounding, layout.Width - area.Width + Rounding);
            Assert.InRange(area.Y, -Rounding, layout.Height - area.Height + Rounding);
        });
    }

    [Fact]
    public void A_group_that_a_path_leaves_and_enters_again_has_no_frame()
    {
        var box = LayoutBox.Centred(50, 40);
        var layout = LayeredLayout.Arrange(new LayoutGraph(
            [box, box, box],
            [new LayoutEdge(0, 1), new LayoutEdge(1, 2)],
            30,
            12)
        {
            Groups = [.. new int[][] { [0, 2], [1], [] }.Select(nodes => new LayoutGroup(-1, nodes, 8, 14))],
        });
        Assert.Equal([0, layout.Nodes[1].Width + (2 * 8), 0], layout.Groups.Select(frame => frame.Width));
    }

    private static (LayoutGraph Graph, LayoutResult Layout) Arranged(int seed)
    {
        var direction = seed % 2 == 0 ? LayoutDirection.Right : LayoutDirection.Down;
        var graph = RandomGroups.Of(seed) with { Direction = direction };
        return (graph, LayeredLayout.Arrange(graph));
    }

    private static IEnumerable<(int Group, LayoutArea Frame)> Framed(LayoutResult layout) =>
        layout.Groups.Index().Where(group => group.Item.Width > 0);

    private static IEnumerable<int> Around(LayoutGraph graph, int node)
    {
        var inner = graph.Groups.Index().Where(group => group.Item.Nodes.Contains(node)).Select(group => group.Index);
        return inner.SelectMany(group => Outwards(graph, group));
    }

    private static IEnumerable<int> Outwards(LayoutGraph graph, int group)
    {
        for (; group >= 0; group = graph.Groups[group].Parent)
        {
            yield return group;
        }
    }
}
