using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

public class FlowChartTests
{
    [Fact]
    public void A_history_maps_the_mean_gradient_of_each_layer_at_each_step()
    {
        var flow = Trained.With(2, gradient => gradient with { Mean = 0 });
        var map = new Figure(new FlowHistory(flow).ToPlotly()).Trace("mean |∇|");

        var means = new[] { 0, 2, 4 }
            .Select(index => flow.Moments.Select(moment => moment.Parameters[index].Gradient!.Mean).OrGaps());
        Assert.Equal("heatmap", map.Text("type"));
        Assert.Equal(["0", "2", "4"], map.Texts("y"));
        Assert.Equal(Enumerable.Range(0, 13).Select(step => (double?)step), map.Numbers("x"));
        Assert.Equal(means, map.Rows("customdata"));
        Assert.All(map.Rows("z")[1], Assert.Null);
        Assert.Equal(Math.Log10(flow.Moments[3].Parameters[4].Gradient!.Mean), map.Rows("z")[2][3]);
    }

    [Fact]
    public void A_history_has_the_numbers_of_the_network_over_the_same_steps()
    {
        using var watched = Trained.Flow();
        var moments = watched.Snapshot().Moments;
        var figure = new Figure(watched.OverTime().ToPlotly());

        AssertLine("loss", moment => moment.Loss);
        AssertLine("‖∇‖", moment => moment.GradientNorm);
        AssertLine("‖∇‖ after clipping", moment => moment.ClippedNorm);
        AssertLine("cosine between successive ∇", moment => moment.Cosine);
        AssertLine("noise scale", moment => moment.NoiseScale);
        Assert.Equal("reversed", figure.Axis(figure.Trace("mean |∇|"), 'y').Text("autorange"));
        Assert.Equal("step", figure.Axis(figure.Trace("noise scale"), 'x').Text("title", "text"));
        Assert.Equal("x", figure.Axis(figure.Trace("noise scale"), 'x').Text("matches"));

        void AssertLine(string name, Func<FlowMoment, double> number)
        {
            Assert.Equal(moments.Select(number).OrGaps(), figure.Trace(name).Numbers("y"));
            Assert.Equal(moments.Select(moment => (double)moment.FirstStep).OrGaps(), figure.Trace(name).Numbers("x"));
        }
    }

    [Fact]
    public void Steps_that_are_kept_together_stand_in_their_middle()
    {
        using var watched = Trained.Flow(1);
        var flow = watched.Snapshot();
        flow = flow with { Moments = [flow.Moments[0] with { FirstStep = 10, LastStep = 19 }] };
        var figure = new Figure(new FlowHistory(flow).ToPlotly());

        Assert.Equal([10, 20], figure.Trace("mean |∇|").Numbers("x"));
        Assert.Equal([14.5], figure.Trace("loss").Numbers("x"));
    }

    [Theory]
    [InlineData(FlowQuantity.Gradients)]
    [InlineData(FlowQuantity.Weights)]
    [InlineData(FlowQuantity.Activations)]
    public void Histograms_are_surfaces_of_counts_over_values_and_steps(FlowQuantity quantity)
    {
        using var watched = Trained.Flow();
        var figure = new Figure(watched.Histograms(quantity).ToPlotly());

        Assert.Equal(["0", "2", "4"], figure.Names);
        var surface = figure.Trace("2");
        var told = watched.Snapshot().Moments.Select(moment => (moment.LastStep, (quantity switch
        {
            FlowQuantity.Gradients => moment.Parameters[2].Gradient,
            FlowQuantity.Weights => moment.Parameters[2].Weights,
            _ => moment.Activations[3]!.Values,
        })!.Histogram!)).ToArray();
        Assert.Equal("surface", surface.Text("type"));
        Assert.Equal("legendonly", surface.Text("visible"));
        Assert.Equal(told.Select(one => (double?)one.LastStep), surface.Numbers("y"));
        foreach (var (row, (_, histogram)) in told.Index())
        {
            var counts = surface.Rows("z")[row];
            var places = surface.Rows("x")[row];
            Assert.Equal(histogram.Counts.Select(count => (double?)count), counts.Take(histogram.Counts.Count));
            Assert.All(counts.Skip(histogram.Counts.Count), Assert.Null);
            Assert.Equal(counts.Length, places.Length);
            Assert.Equal(histogram.Start + (histogram.Width / 2), places[0]!.Value, 1e-12);
            var last = histogram.Counts.Count - 0.5;
            Assert.Equal(histogram.Start + (histogram.Width * last), places[^1]!.Value, 1e-12);
        }
    }

    [Fact]
    public void A_comparison_has_the_gradients_and_the_losses_of_each_run_in_its_colour()
    {
        using var first = Trained.Flow(3);
        using var second = Trained.Flow(7);
        using var none = Trained.Flow(0);
        var comparison = GradientFlow.Compare(("short", first), ("long", second), ("none", none));
        var traces = new Figure(comparison.ToPlotly()).Traces;

        var moments = second.Snapshot().Moments;
        Assert.Equal(["short", "long", "none", "short", "long", "none"], traces.Select(trace => trace.Text("name")));
        Assert.Equal([1, 2, 3], traces[1].Numbers("x"));
        Assert.Equal(
            new[] { 0, 2, 4 }.Select(index => moments[^1].Parameters[index].Gradient!.Mean).OrGaps(),
            traces[1].Numbers("y"));
        Assert.Equal(moments.Select(moment => moment.Loss).OrGaps(), traces[4].Numbers("y"));
        Assert.Empty(traces[2].Numbers("y"));
        Assert.Equal(traces[1].Text("line", "color"), traces[4].Text("line", "color"));
        Assert.NotEqual(traces[0].Text("line", "color"), traces[1].Text("line", "color"));
    }
}
