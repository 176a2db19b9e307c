using NotebookGrad.Exploration;
using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using Plotly.NET;

namespace NotebookGrad.Tests;

public class ChartTests
{
    private const string Hostile = "</script><b>";

    [Fact]
    public void A_curve_has_its_numbers_with_gaps_where_its_steps_are()
    {
        var curve = new Curve("loss", "step", ("train", [4, double.NaN, 1]), ("test", [double.PositiveInfinity, 2]))
        {
            Start = 10,
            Step = 5,
            LogScale = true,
        };
        var figure = new Figure(curve.ToPlotly());

        Assert.Equal(["train", "test"], figure.Names);
        Assert.Equal([10, 15, 20], figure.Trace("train").Numbers("x"));
        Assert.Equal([4, null, 1], figure.Trace("train").Numbers("y"));
        Assert.Equal([null, 2], figure.Trace("test").Numbers("y"));
        Assert.Equal("log", figure.Axis(figure.Trace("train"), 'y').Text("type"));
        Assert.Equal("step", figure.Axis(figure.Trace("train"), 'x').Text("title", "text"));
        Assert.Equal("linear", new Figure((curve with { LogScale = false }).ToPlotly()).Layout.Text("yaxis", "type"));
    }

    [Fact]
    public void An_activation_has_values_and_derivatives()
    {
        var activations = Explore.Activation(x => x.Tanh());
        var figure = new Figure(activations.ToPlotly());

        var curve = Assert.Single(activations.Curves);
        Assert.Equal(["tanh", "tanh′"], figure.Names);
        Assert.Equal(curve.Inputs.OrGaps(), figure.Trace("tanh").Numbers("x"));
        Assert.Equal(curve.Values.OrGaps(), figure.Trace("tanh").Numbers("y"));
        Assert.Equal(curve.Derivatives.OrGaps(), figure.Trace("tanh′").Numbers("y"));
        Assert.Equal("#0a64a6", figure.Trace("tanh").Text("line", "color"));
        Assert.Equal("#b34700", figure.Trace("tanh′").Text("line", "color"));
    }

    [Fact]
    public void A_boundary_has_decisions_and_points_by_class()
    {
        var boundary = new DecisionBoundary(
            [0, 1],
            [5, 6],
            [[new(0, 0.9, 0.1), new(1, 0.6, 0.4)], [new(-1, double.NaN, double.NaN), new(0, 0.7, 0.3)]],
            [new(0.1, 5.1, 0, 0), new(0.2, 5.2, 1, 0), new(0.3, double.NaN, 1, 1)],
            ["cat", "dog"]);
        var figure = new Figure(boundary.ToPlotly());

        Assert.Equal("decision boundary: 2 of 3 points right", figure.Title);
        Assert.Equal(["decision", "cat", "dog"], figure.Names);
        var areas = figure.Trace("decision");
        Assert.Equal([[0, 1], [null, 0]], areas.Rows("z"));
        Assert.Equal([0, 1], areas.Numbers("x"));
        Assert.Equal([5, 6], areas.Numbers("y"));
        Assert.Equal("dog", areas.GetProperty("customdata")[0][1][0].GetString());
        Assert.Equal(0.6, areas.GetProperty("customdata")[0][1][1].GetDouble());
        Assert.Equal([0.2, 0.3], figure.Trace("dog").Numbers("x"));
        Assert.Equal([5.2, null], figure.Trace("dog").Numbers("y"));
        Assert.Equal(["x", "circle"], figure.Trace("dog").GetProperty("marker").Texts("symbol"));
    }

    [Fact]
    public void A_range_of_rates_has_losses_and_what_is_suggested()
    {
        double[] rates = [.. Enumerable.Range(0, 40).Select(step => Math.Pow(10, (step / 10.0) - 4))];
        double[] losses = [.. rates.Select((_, step) => step < 39 ? 2 - Math.Tanh((step - 15) / 5.0) : double.NaN)];
        var range = new LearningRateRange(rates, losses, losses, Diverged: true);
        var figure = new Figure(range.ToPlotly());

        Assert.Equal(["loss", "smoothed", "suggested", "least loss"], figure.Names);
        Assert.Equal(rates.OrGaps(), figure.Trace("loss").Numbers("x"));
        Assert.Equal(losses.OrGaps(), figure.Trace("loss").Numbers("y"));
        Assert.Equal(losses.OrGaps(), figure.Trace("smoothed").Numbers("y"));
        Assert.Equal([range.SuggestedRate], figure.Trace("suggested").Numbers("x"));
        Assert.Equal([range.BestLoss], figure.Trace("least loss").Numbers("y"));
        Assert.Equal("log", figure.Axis(figure.Trace("loss"), 'x').Text("type"));

        var lost = new LearningRateRange([1], [double.NaN], [double.NaN], Diverged: true);
        Assert.Equal(["loss", "smoothed"], new Figure(lost.ToPlotly()).Names);
    }

    [Fact]
    public void A_loss_surface_has_its_losses_and_the_path_on_its_floor()
    {
        var surface = new LossSurface(
            [-1, 0, 1], [0, 2], [[4, 1, double.PositiveInfinity], [100, 3, 5]], [new(-1, 2), new(0.5, 1)], "as given");
        var figure = new Figure(surface.ToPlotly());

        Assert.Equal("loss surface, as given", figure.Title);
        Assert.Equal([[4, 1, null], [100, 3, 5]], figure.Trace("loss").Rows("z"));
        Assert.Equal([-1, 0, 1], figure.Trace("loss").Numbers("x"));
        Assert.Equal([0, 2], figure.Trace("loss").Numbers("y"));
        Assert.Equal([-1, 0.5], figure.Trace("path").Numbers("x"));
        Assert.Equal([2, 1], figure.Trace("path").Numbers("y"));
        Assert.Equal([1, 1], figure.Trace("path").Numbers("z"));
        Assert.Equal([1], figure.Trace("weights").Numbers("z"));
        Assert.Equal("log", figure.Layout.GetProperty("scene").Text("zaxis", "type"));
    }

    [Fact]
    public void A_tensor_has_its_elements_as_a_map_and_a_histogram()
    {
        var tensor = Tensor.Of(new[,] { { 1.0, -2 }, { double.NaN, 4 }, { 0, 4 } }).Named("w").Snapshot();
        var figure = new Figure(tensor.ToPlotly());

        Assert.Equal("w [3, 2]", figure.Title);
        Assert.Equal([[1, -2], [null, 4], [0, 4]], figure.Traces[0].Rows("z"));
        Assert.Equal([0, 1, 2], figure.Traces[0].Numbers("y"));
        Assert.Equal("reversed", figure.Axis(figure.Traces[0], 'y').Text("autorange"));
        Assert.Equal(tensor.Histogram.Counts.Select(count => (double?)count), figure.Traces[1].Numbers("y"));
        Assert.Equal(tensor.Histogram.Start + (tensor.Histogram.Width / 2), figure.Traces[1].Numbers("x")[0]);
    }

    [Fact]
    public void A_tensor_of_more_axes_has_a_map_for_each_slice()
    {
        var traces = new Figure(Tensor.Arange(12).Reshape(3, 2, 2).Snapshot().ToPlotly()).Traces;

        Assert.Equal(["heatmap", "heatmap", "heatmap", "bar"], traces.Select(trace => trace.Text("type")));
        Assert.Equal([[4, 5], [6, 7]], traces[1].Rows("z"));
        Assert.Empty(Assert.Single(new Figure(Tensor.Zeros([0, 3]).Snapshot().ToPlotly()).Traces).Numbers("y"));
    }

    [Fact]
    public void Names_are_text_in_a_page_too()
    {
        var chart = new Curve(Hostile, Hostile, (Hostile, [1, 2])).ToPlotly();

        Assert.Equal("&lt;/script&gt;&lt;b&gt;", new Figure(chart).Title);
        Assert.DoesNotContain(Hostile, GenericChart.toChartHTML(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_styled_afterwards_keeps_what_was_there()
    {
        var chart = new Curve("loss", "step", ("train", [1, 2])).ToPlotly();
        GenericChart.getTraces(chart).Single().TryGetTypedPropertyValue<Line>("line").Value.SetProperty("width", 5);

        var line = new Figure(chart).Trace("train").GetProperty("line");
        Assert.Equal((5, "#0a64a6"), (line.GetProperty("width").GetDouble(), line.Text("color")));
    }

    [Fact]
    public void Colours_are_those_of_the_views()
    {
        var light = Colours.Light;
        Assert.Equal(
            (light.Forward, light.Gradient, light.Mute, light.HealthySoft),
            (Charts.Palette.Forward, Charts.Palette.Gradient, Charts.Palette.Mute, Charts.Palette.Healthy));
        Assert.Equal(light.Kinds, light.Kinds.Select((_, index) => Charts.Palette.Kind(index)));
    }

    [Fact]
    public void Nothing_has_no_chart() =>
        Assert.Equal("history", Assert.Throws<ArgumentNullException>(() => ((FlowHistory)null!).ToPlotly()).ParamName);
}
