using NotebookGrad.Inspection;

namespace NotebookGrad.Charts;

/// <summary>How a quantity was distributed over time: a surface for each layer, the first one shown.</summary>
internal static class HistogramsChart
{
    /// <summary>The chart of some histograms.</summary>
    public static GenericChart Of(FlowHistograms histograms)
    {
        var quantity = histograms.Quantity.ToString().ToLowerInvariant();
        var colour = histograms.Quantity == FlowQuantity.Gradients ? Palette.Gradient : Palette.Forward;
        var surfaces = LayerRow.All(histograms.Flow)
            .Select(row => Surface(row, histograms))
            .OfType<Trace3D>()
            .Select((surface, index) => surface
                .With("visible", index == 0 ? null : "legendonly")
                .With("showlegend", true)
                .With("showscale", false)
                .With("colorscale", Palette.Rising(colour)));
        return Space.Of(
            $"{quantity} of {histograms.Flow.Model} over time",
            quantity,
            "step",
            "elements",
            AxisScale.Linear,
            [.. surfaces]);
    }

    /// <summary>Counts over the middles of bins, a row for each moment; null where nothing was counted.</summary>
    private static Trace3D? Surface(LayerRow row, FlowHistograms histograms)
    {
        var seen = histograms.Flow.Moments
            .Select(moment => (Step: moment.LastStep, Counted: row.Layer.Sizes(moment, histograms.Quantity)?.Histogram))
            .Where(one => one.Counted is { Counts.Count: > 0 })
            .ToArray();
        if (seen.Length == 0)
        {
            return null;
        }

        var bins = seen.Max(one => one.Counted!.Counts.Count);
        return Space.Surface(
            row.Label,
            seen.Select(one => Middles(one.Counted!, bins)).ToArray(),
            seen.Select(one => one.Step).ToArray(),
            seen.Select(one => Counts(one.Counted!, bins)));
    }

    // A matrix has rows of one length: what a histogram lacks is a gap at its end.
    private static double?[] Middles(ElementHistogram histogram, int bins) =>
        Enumerable.Range(0, bins)
            .Select(bin => Math.Min(bin, histogram.Counts.Count - 1) + 0.5)
            .Select(bin => histogram.Start + (bin * histogram.Width))
            .OrGaps();

    private static IEnumerable<double> Counts(ElementHistogram histogram, int bins) => histogram.Counts
        .Select(count => (double)count)
        .Concat(Enumerable.Repeat(double.NaN, bins - histogram.Counts.Count));
}
