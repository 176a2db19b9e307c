using NotebookGrad.Inspection;

namespace NotebookGrad.Charts;

/// <summary>Gradients over the steps of a training: layers × steps as a map, the network's numbers below.</summary>
internal static class HistoryChart
{
    private const string Step = "step";
    private const double RowHeight = 16;
    private const double LeastHeight = 160;
    private const double MostHeight = 640;

    /// <summary>The chart of a history; before the first step it is empty.</summary>
    public static GenericChart Of(FlowHistory history)
    {
        var flow = history.Flow;
        var (rows, moments) = (LayerRow.All(flow), flow.Moments);
        var height = Math.Clamp(RowHeight * rows.Count, LeastHeight, MostHeight);
        return Sheet.Of(
            $"gradient flow of {flow.Model} over time",
            new Panel(Step, "layer", moments.Count == 0 ? [] : [Map(rows, moments, height)])
            {
                YScale = AxisScale.Category,
                IsTopDown = true,
                HasColourBar = true,
                Height = height,
            },
            Over("loss", Line("loss", Palette.Forward, moment => moment.Loss)),
            Over(
                "‖∇‖",
                Line("‖∇‖", Palette.Gradient, moment => moment.GradientNorm),
                Line("‖∇‖ after clipping", Palette.Mute, moment => moment.ClippedNorm, "dash")),
            Over("cosine", Line("cosine between successive ∇", Palette.Gradient, moment => moment.Cosine)) with
            {
                YRange = [-1.05, 1.05],
            },
            Over("noise scale, batches", Line("noise scale", Palette.Gradient, moment => moment.NoiseScale)));

        Panel Over(string y, params IReadOnlyList<(Trace2D Trace, double[] Values)> lines) =>
            new(Step, y, [.. lines.Select(line => line.Trace)])
            {
                YScale = Numbers.ScaleOf(lines.SelectMany(line => line.Values)),
            };

        (Trace2D Trace, double[] Values) Line(
            string name, string colour, Func<FlowMoment, double> number, string? dash = null)
        {
            double[] values = [.. moments.Select(number)];
            return (Traces.Line(name, colour, Steps(moments), values, dash), values);
        }
    }

    /// <summary>The step in the middle of each moment.</summary>
    public static IEnumerable<double> Steps(IReadOnlyList<FlowMoment> moments) =>
        moments.Select(moment => (moment.FirstStep / 2.0) + (moment.LastStep / 2.0));

    // Cells reach from the first step of a moment to that of the next; colours are of logarithms.
    private static Trace2D Map(IReadOnlyList<LayerRow> rows, IReadOnlyList<FlowMoment> moments, double height)
    {
        double[][] means =
            [.. rows.Select(row => moments.Select(moment => row.Layer.Gradient(moment)?.Mean ?? double.NaN).ToArray())];
        return Traces.Map(
            "mean |∇|",
            moments.Select(moment => moment.FirstStep).Append(moments[^1].LastStep + 1).ToArray(),
            Traces.Names(rows.Select(row => row.Label)),
            means.Select(row => row.Select(Math.Log10)))
            .With("customdata", means.Select(row => row.OrGaps()).ToArray())
            .With("hovertemplate", "%{y}, step %{x}: mean |∇| %{customdata}")
            .With("colorscale", Palette.Rising(Palette.Gradient))
            .With("colorbar", Traces.ColourBar(height).WithTitle("log₁₀ mean |∇|"));
    }
}
