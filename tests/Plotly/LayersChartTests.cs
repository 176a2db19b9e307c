using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

public class LayersChartTests
{
    // The weights of the three layers among their parameters, and the activations that are computed with them at last.
    private static readonly int[] Weights = [0, 2, 4];
    private static readonly int[] Outputs = [1, 3, 4];

    [Fact]
    public void Tells_means_extremes_and_medians_of_the_last_step()
    {
        using var flow = Trained.Flow();
        var snapshot = flow.Snapshot();
        var last = snapshot.Moments[^1];
        var figure = new Figure(flow.ToPlotly());

        Assert.Equal($"gradient flow of {snapshot.Model} by layer at step 11", figure.Title);
        AssertSizes(figure, "∇", [.. Weights.Select(index => last.Parameters[index].Gradient!)]);
        AssertSizes(figure, "activation", [.. Outputs.Select(index => last.Activations[index]!.Values!)]);
    }

    [Fact]
    public void Tells_ratios_of_updates_and_shares()
    {
        var flow = Trained.With(2, gradient => gradient with { Zeros = gradient.Count / 4 });
        var last = flow.Moments[^1];
        var figure = new Figure(flow.ToPlotly());

        Assert.Equal(
            Weights.Select(index => last.Parameters[index].UpdateRatio).OrGaps(),
            figure.Trace("update ratio").Numbers("y"));
        var band = Assert.Single(figure.Layout.GetProperty("shapes").EnumerateArray());
        Assert.Equal(("y3", 1e-4, 1e-2), (band.Text("yref"), Height("y0"), Height("y1")));
        Assert.Equal([0, 25, 0], figure.Trace("zeros in ∇").Numbers("y"));
        Assert.Equal([null, null, null], figure.Trace("dead units").Numbers("y"));
        Assert.Equal(
            Outputs.Select(index => 100 * last.Activations[index]!.Saturated).OrGaps(),
            figure.Trace("saturated").Numbers("y"));

        double Height(string side) => band.GetProperty(side).GetDouble();
    }

    [Fact]
    public void Sizes_are_on_log_axes_over_the_names_of_layers()
    {
        using var flow = Trained.Flow(1);
        var figure = new Figure(flow.ToPlotly());

        foreach (var (trace, y) in new[] { ("mean |∇|", "|∇ weight|"), ("mean |activation|", "|activation|") })
        {
            Assert.Equal(["0", "2", "4"], figure.Trace(trace).Texts("x"));
            Assert.Equal("category", figure.Axis(figure.Trace(trace), 'x').Text("type"));
            Assert.Equal("log", figure.Axis(figure.Trace(trace), 'y').Text("type"));
            Assert.Equal(y, figure.Axis(figure.Trace(trace), 'y').Text("title", "text"));
        }

        Assert.Equal("linear", figure.Axis(figure.Trace("dead units"), 'y').Text("type"));
        Assert.Equal("layer, from the input", figure.Axis(figure.Trace("dead units"), 'x').Text("title", "text"));
    }

    [Fact]
    public void Values_are_blue_and_gradients_orange()
    {
        using var flow = Trained.Flow(1);
        var figure = new Figure(flow.ToPlotly());

        Assert.Equal("#b34700", figure.Trace("mean |∇|").Text("line", "color"));
        Assert.Equal("#0a64a6", figure.Trace("mean |activation|").Text("line", "color"));
    }

    [Fact]
    public void What_is_not_finite_or_not_there_is_a_gap()
    {
        var infinite = Trained.With(
            0, gradient => gradient with { Mean = double.PositiveInfinity, Minimum = double.NaN });
        var absent = Trained.With(4, _ => null);

        var means = new Figure(infinite.ToPlotly()).Trace("mean |∇|");
        Assert.Equal([true, false, false], means.Numbers("y").Select(one => one is null));
        Assert.Null(means.Rows("customdata")[0][0]);
        Assert.Equal([false, false, true], Means(absent).Select(one => one is null));
    }

    [Fact]
    public void Weights_of_one_layer_are_told_by_their_names_and_those_of_one_name_by_numbers()
    {
        using var watched = Trained.Flow(1);
        var flow = watched.Snapshot();

        Assert.Equal(["0.weight", "2.weight", "4.weight"], Labels(one => one with { Layer = "all" }));
        Assert.Equal(["1: w", "2: w", "3: w"], Labels(one => one with { Layer = "all", Name = "w" }));

        string[] Labels(Func<FlowParameter, FlowParameter> change) =>
            new Figure((flow with { Parameters = [.. flow.Parameters.Select(change)] }).ToPlotly())
                .Trace("mean |∇|").Texts("x");
    }

    [Fact]
    public void Is_empty_before_the_first_backward_pass()
    {
        using var flow = Trained.Flow(0);
        var figure = new Figure(flow.ToPlotly());

        Assert.Empty(figure.Traces);
        Assert.EndsWith("no backward pass yet", figure.Title, StringComparison.Ordinal);
    }

    private static double?[] Means(FlowSnapshot flow) => new Figure(flow.ToPlotly()).Trace("mean |∇|").Numbers("y");

    private static void AssertSizes(Figure figure, string of, Magnitudes[] sizes)
    {
        var means = figure.Trace($"mean |{of}|");
        Assert.Equal(sizes.Select(one => one.Mean).OrGaps(), means.Numbers("y"));
        Assert.Equal(sizes.Select(one => new double?[] { one.Minimum, one.Maximum }), means.Rows("customdata"));
        var bars = means.GetProperty("error_y");
        Assert.Equal(sizes.Select(one => one.Maximum - one.Mean).OrGaps(), bars.Numbers("array"));
        Assert.Equal(sizes.Select(one => one.Mean - one.Minimum).OrGaps(), bars.Numbers("arrayminus"));
        Assert.Equal(sizes.Select(one => one.Median).OrGaps(), figure.Trace($"median |{of}|").Numbers("y"));
    }
}
