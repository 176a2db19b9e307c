using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class RangeViewTests
{
    private static readonly double[] Losses = [3, 3, 3, 2.9, 2.7, 2, 1.5, 1.4, 1.6, 30];

    [Fact]
    public void The_suggestion_comes_first_then_the_least_loss_and_the_divergence() => Assert.EndsWith(
        """
        suggested learning rate: 0.1, where the loss falls fastest
        least loss: 1.4 at 10, as an average of steps
        diverges: at 1000 the loss is 30
        """.ReplaceLineEndings("\n"),
        new RangeView(Explorations.Rates(10, true, Losses)).ToText());

    [Fact]
    public void The_loss_that_ends_the_test_leaves_room_for_the_others()
    {
        var marks = new RangeView(Explorations.Rates(10, true, Losses)).Picture!.Marks;
        var average = marks.OfType<PathMark>().First(path => path.Role == Role.Parameter).Points;
        Assert.Equal(9, average.Count);
        Assert.True(average.Max(point => point.Y) - average.Min(point => point.Y) > 100);
        Assert.Equal(2, marks.OfType<PathMark>().Count(path => path.Dashed));
    }

    [Fact]
    public void A_loss_that_never_falls_is_told() =>
        Assert.Contains("no suggestion", new RangeView(Explorations.Rates(10, false, 1, 1, 1)).ToHtml());

    [Fact]
    public void Many_steps_take_bounded_room() => Assert.InRange(
        new RangeView(Explorations.Rates(1.0001, false, [.. Summaries.Numbers([100_000], 1)])).ToHtml().Length,
        1_000,
        60_000);
}
