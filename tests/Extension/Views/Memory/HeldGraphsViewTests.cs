using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class HeldGraphsViewTests
{
    [Fact]
    public void Several_graphs_are_counted_with_the_line_and_the_remedy() => Assert.Equal(
        """
        total []: holds 1,000 graphs · 4,000 operations · 88,048 bytes alive
        It was added up (cell 7:3) from results that still know how they came about, and keeps all of that alive. To add up numbers only: total += loss.Item<float>(), or total += loss.Detach().
        """,
        View(1000).ToText());

    [Theory]
    [InlineData(1, new[] { "graph 1" })]
    [InlineData(3, new[] { "graph 1", "graph 2", "graph 3" })]
    [InlineData(1000, new[] { "graph 1", "graph 2", "graph 3", "996 more", "graph 1,000" })]
    public void The_first_and_the_last_are_drawn_and_lead_to_the_tensor(long count, string[] rows)
    {
        var scene = View(count).Picture!;
        Assert.Equal(rows, scene.Marks.OfType<TextMark>().Select(text => text.Text));
        var root = Assert.Single(scene.Marks.OfType<GroupMark>(), group => group.Role == Role.Root);
        Assert.Equal("total []", Assert.Single(root.Marks.OfType<TextMark>()).Text);
        var box = Assert.Single(root.Marks.OfType<BoxMark>());
        Assert.All(scene.Marks.OfType<PathMark>(), path => Assert.Equal(box.X, path.Points[^1].X));
    }

    [Fact]
    public void Code_is_kept_on_one_line() => Assert.Contains("total\u00A0+=\u00A0loss.Detach()", View(2).ToHtml());

    [Fact]
    public void Where_there_is_none_that_is_all_there_is_to_say()
    {
        Assert.Null(View(0).Picture);
        Assert.StartsWith("total []: holds no graph\n", View(0).ToText());
        Assert.StartsWith("total []: holds 1 graph · 4 operations · 136 bytes alive\nThat is", View(1).ToText());
    }

    private static HeldGraphsView View(long count) =>
        new(new HeldGraphs("total []", count, 4 * count, 48 + (88 * count), "cell 7:3"));
}
