using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class TimelineViewTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void Bars_of_characters_tell_what_is_kept_and_where_the_peak_is() => Assert.Equal(
        """
        memory of loss over time: 600 bytes kept for backward · peak 1,200 bytes, backward of exp
        ░ kept parameters and data  █ kept by the graph alone  ▒ gradients
          →  mul       +200    200  ░░░░░░
          →  exp    h  +400    600  ░░░░░░████████████
          ←  exp    h        1,200  ░░░░░░████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ peak
          ←  mul             1,000  ░░░░░░████████████▒▒▒▒▒▒▒▒▒▒▒▒
          ∅  after backward  -600    400  ▒▒▒▒▒▒▒▒▒▒▒▒
        """.Replace(" ", ""),
        View().ToText().Replace(" ", "").Replace("−", "-"));

    [Fact]
    public void Heights_are_in_proportion_to_bytes()
    {
        var bars = View().Picture!.Marks.OfType<GroupMark>().Select(group => group.Marks.OfType<BoxMark>().ToArray()).ToArray();
        Assert.Equal(5, bars.Length);
        var unit = (bars[0][0].Height + 1) / 200;
        Assert.Equal([200.0, 400], bars[1].Select(box => Math.Round((box.Height + 1) / unit)));
        Assert.Equal([200.0, 400, 600], bars[2].Select(box => Math.Round((box.Height + 1) / unit)));
        Assert.Equal([Role.Parameter, Role.Forward, Role.Gradient], bars[2].Select(box => box.Role));
        Assert.All(bars.Take(4), bar => Assert.Equal(bars[0][0].Y + bars[0][0].Height, bar[0].Y + bar[0].Height, 1e-9));
    }

    [Fact]
    public void The_peak_and_the_lines_are_named()
    {
        var scene = View().Picture!;
        Assert.Contains(scene.Marks.OfType<TextMark>(), text => text.Text == "▼ peak 1,200 bytes: backward of exp");
        Assert.Contains(scene.Marks.OfType<TextMark>(), text => text.Text == "exp +400");
        Assert.Contains(
            scene.Marks.OfType<GroupMark>(),
            group => group.Tooltip!.StartsWith("recording exp → h, at cell 2:1, +400 bytes kept, 600 bytes alive"));
        Assert.Contains(">cell 2:1</td>", View().ToHtml());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(300)]
    public void The_words_below_the_bars_stand_apart_and_within_the_picture(int count)
    {
        var y = Tensor.Of(0.5f, requiresGrad: true);
        for (var step = 0; step < count; step++)
        {
            y = y.Tanh();
        }

        var scene = new TimelineView(Memory.Timeline(y), NoNames).Picture!;
        string[] words = ["forward →", "← backward", "after"];
        var places = scene.Marks.OfType<TextMark>().Where(text => words.Contains(text.Text))
            .Select(text => (Start: text.X, End: text.X + TextMetrics.Width(text.Text, text.Size, text.Face)))
            .ToArray();
        Assert.Equal(3, places.Length);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.InRange(places[0].Start, 0, scene.Width);
        Assert.InRange(places[^1].End, 0, scene.Width);
    }

    [Fact]
    public void Where_no_line_is_known_the_table_has_no_column_for_it()
    {
        var timeline = new MemoryTimeline(
            "loss", [Moment(MemoryPhase.Forward, 1, null, "mul", 200, 0, 0) with { Line = null }], Freed: true);
        Assert.DoesNotContain("built at", new TimelineView(timeline, NoNames).ToHtml());
        Assert.Contains("built at", View().ToHtml());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(10_000)]
    public void However_many_operations_there_are_at_most_sixty_bars(int count)
    {
        var y = Tensor.Of(0.5f, requiresGrad: true);
        for (var step = 0; step < count; step++)
        {
            y = y.Tanh();
        }

        var timeline = Memory.Timeline(y);
        var reading = new TimelineReading(timeline, NoNames);
        Assert.InRange(reading.Bars.Count, Math.Min(60, (2 * count) + 1) / 2, 60);
        Assert.Equal(timeline.KeptBytes, reading.Bars.Where(bar => bar.Phase == MemoryPhase.Forward).Sum(bar => bar.NewlyKept));
        Assert.Single(reading.Bars, bar => bar.IsPeak);
    }

    [Fact]
    public void After_backward_it_says_how_to_see_more()
    {
        var loss = Tensor.Of(2f, requiresGrad: true).Exp().Named("loss");
        loss.Backward();
        Assert.EndsWith("call Backward(retainGraph: true).", Memory.Timeline(loss).ToText());
        Assert.Contains("No operation was recorded", Memory.Timeline(Tensor.Of(2f)).ToHtml());
    }

    private static TimelineView View() => new(new MemoryTimeline("loss", [
        Moment(MemoryPhase.Forward, 1, null, "mul", 200, 0, 0),
        Moment(MemoryPhase.Forward, 2, "h", "exp", 200, 400, 0),
        Moment(MemoryPhase.Backward, 2, "h", "exp", 200, 400, 600),
        Moment(MemoryPhase.Backward, 1, null, "mul", 200, 400, 400),
        Moment(MemoryPhase.After, 0, null, null, 0, 0, 400)], Freed: false), NoNames);

    private static MemoryMoment Moment(
        MemoryPhase phase, long id, string? name, string? operation, long leaves, long saved, long gradients) =>
        new(phase, id, name, operation, [100], DType.Float32, id > 0 ? $"cell {id}:1" : null, leaves, saved, gradients);
}
