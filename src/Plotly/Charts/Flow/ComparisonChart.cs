using NotebookGrad.Inspection;

namespace NotebookGrad.Charts;

/// <summary>Runs side by side: their gradients by layer, and their losses by step.</summary>
internal static class ComparisonChart
{
    /// <summary>The chart of some runs.</summary>
    public static GenericChart Of(FlowComparison comparison)
    {
        var losses = comparison.Runs.SelectMany(run => run.Flow.Moments).Select(moment => moment.Loss);
        return Sheet.Of(
            "gradient flow, run by run",
            new Panel("layer, from the input", "mean |∇|", [.. comparison.Runs.Select(Gradients)])
            {
                YScale = AxisScale.Log,
                Height = 260,
            },
            new Panel("step", "loss", [.. comparison.Runs.Select(Losses)])
            {
                YScale = Numbers.ScaleOf(losses),
                Height = 260,
            });
    }

    private static Trace2D Gradients(FlowRun run, int index)
    {
        var last = run.Flow.Moments.LastOrDefault();
        double[] means = last is null
            ? []
            : [.. LayerRow.All(run.Flow).Select(row => row.Layer.Gradient(last)?.Mean ?? double.NaN)];
        return Of(run, index, Enumerable.Range(1, means.Length).Select(number => (double)number), means)
            .With("mode", "lines+markers");
    }

    // One entry of the legend is enough for both lines of a run.
    private static Trace2D Losses(FlowRun run, int index) =>
        Of(run, index, HistoryChart.Steps(run.Flow.Moments), run.Flow.Moments.Select(moment => moment.Loss))
            .With("showlegend", false);

    private static Trace2D Of(FlowRun run, int index, IEnumerable<double> x, IEnumerable<double> y) =>
        Traces.Line(run.Name, Palette.Kind(index), x, y).With("legendgroup", $"run {index}");
}
