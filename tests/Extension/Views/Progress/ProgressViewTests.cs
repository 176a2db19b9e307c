using System.Globalization;
using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ProgressViewTests
{
    [Fact]
    public void A_running_loop_tells_how_far_it_is_and_what_was_measured() => Assert.Equal(
        """
        ███████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  27%  epoch 2 of 5 · 37 of 94 batches · 4.2 s · about 11 s left · 31 batches/s · 998 items/s
        """.Trim(),
        new ProgressView(Loops.Running).ToText().Split('\n')[0]);

    [Fact]
    public void Its_picture_is_told_in_words()
    {
        var html = new ProgressView(Loops.Running).ToHtml();
        var last = Loops.Running.Metrics[0].Last.ToString("0.####", CultureInfo.InvariantCulture);
        Assert.Contains($"loss {last}, from ", html);
        Assert.Contains("accuracy 0.81", html);
        Assert.Contains("alt=\"epoch 2 of 5 · 37 of 94 batches, 4.2 s", html);
    }

    [Fact]
    public void What_is_not_finite_stands_beside_its_curve()
    {
        var view = new ProgressView(Loops.Long);
        Assert.Contains("loss NaN, from ", view.ToText());
        Assert.Contains("not finite 57×, first at batch 999,944", view.ToText());
        Assert.Contains("first at batch 999,944", view.Picture!.Title);
        Assert.Contains("the file is cut off", view.ToText());
    }

    [Fact]
    public void However_much_was_measured_it_takes_bounded_room() =>
        Assert.InRange(new ProgressView(Loops.Large()).ToHtml().Length, 10_000, 60_000);

    [Fact]
    public void A_loop_as_the_value_of_a_cell_is_drawn_as_it_stands()
    {
        var loop = new[] { 1, 2, 3 }.WithProgress();
        Assert.Contains("nothing has begun", ViewOf.Thing(loop).ToText());
        Assert.Contains("nothing has begun", ViewOf.Thing((IInspectable)loop).ToHtml());
    }
}
