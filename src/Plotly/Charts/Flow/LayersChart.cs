using NotebookGrad.Inspection;

namespace NotebookGrad.Charts;

/// <summary>A network by layer at its last step: gradients, activations, steps of its weights, shares.</summary>
internal static class LayersChart
{
    private const string Layer = "layer, from the input";

    // A step should change a weight by about a thousandth of its size (Karpathy, A Recipe for Training, 2019).

    /// <summary>The chart of a flow; before the first step it is empty.</summary>
    public static GenericChart Of(FlowSnapshot flow)
    {
        if (flow.Moments.Count == 0)
        {
            return Sheet.Of($"gradient flow of {flow.Model}: no backward pass yet", new Panel(Layer, "|∇|", []));
        }

        var rows = LayerRow.All(flow);
        var last = flow.Moments[^1];
        string[] labels = [.. rows.Select(row => row.Label)];
        Panel[] panels =
        [
            Over("|∇ weight|", AxisScale.Log, Sizes(
                labels, "∇", Palette.Gradient, [.. rows.Select(row => row.Layer.Gradient(last))])),
            Over("|activation|", AxisScale.Log, Sizes(
                labels, "activation", Palette.Forward, [.. rows.Select(row => row.Layer.Activation(last))])),
            Over("‖update‖ / ‖weight‖", AxisScale.Log, Line(
                "update ratio", Palette.Mute, row => row.Layer.In(last)?.UpdateRatio ?? double.NaN)) with
            {
                Healthy = (ParameterMoment.LeastUpdate, ParameterMoment.MostUpdate),
            },
            Over(
                "share, %",
                AxisScale.Linear,
                Line("zeros in ∇", Palette.Gradient, row => 100 * (row.Layer.Gradient(last)?.ZeroShare ?? double.NaN)),
                Line("dead units", Palette.Forward, row => 100 * row.Layer.Dead(last)),
                Line("saturated", Palette.Mute, row => 100 * row.Layer.Saturated(last))) with
            {
                YRange = [-2, 102],
            },
        ];
        return Sheet.Of($"gradient flow of {flow.Model} by layer at step {last.LastStep}", panels);

        Trace2D Line(string name, string colour, Func<LayerRow, double> number) =>
            Traces.Line(name, colour, labels, rows.Select(number));
    }

    private static Panel Over(string y, AxisScale scale, params IReadOnlyList<Trace2D> traces) =>
        new(Layer, y, traces) { XScale = AxisScale.Category, YScale = scale };

    /// <summary>Means with bars from the smallest to the largest size, and medians.</summary>
    private static Trace2D[] Sizes(string[] labels, string of, string colour, Magnitudes?[] sizes)
    {
        double[] means = [.. sizes.Select(one => one?.Mean ?? double.NaN)];
        var range = new Error()
            .With("type", "data")
            .With("symmetric", false)
            .With("array", sizes.Select(one => one is null ? double.NaN : one.Maximum - one.Mean).OrGaps())
            .With("arrayminus", sizes.Select(one => one is null ? double.NaN : one.Mean - one.Minimum).OrGaps());
        var extremes = sizes.Select(one => new[] { one?.Minimum.OrGap(), one?.Maximum.OrGap() }).ToArray();
        return
        [
            Traces.Line($"mean |{of}|", colour, labels, means)
                .With("error_y", range)
                .With("customdata", extremes)
                .With("hovertemplate", "%{y}, from %{customdata[0]} to %{customdata[1]}"),
            Traces.Marks(
                $"median |{of}|",
                colour,
                "line-ew-open",
                Traces.Names(labels),
                sizes.Select(one => one?.Median ?? double.NaN)),
        ];
    }
}
