using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>The histograms of a layer over time, all on one axis that is symmetric about zero.</summary>
internal sealed class RidgeReading
{
    /// <summary>The bins of every ridge.</summary>
    public const int Bins = 40;

    private const int MostRidges = 10;

    /// <summary>Reads what is known of a weight.</summary>
    public RidgeReading(FlowRow row, FlowHistograms histograms)
    {
        Label = row.Label;
        var known = histograms.Flow.Moments
            .Select(moment => (Step: moment.LastStep, row.Layer.Sizes(moment, histograms.Quantity)?.Histogram))
            .Where(one => one.Histogram is { Counts.Count: > 0 } counted && double.IsFinite(counted.Start)
                && double.IsFinite(End(counted)) && counted.Counts.Any(count => count > 0))
            .ToArray();
        var chosen = Evenly.Places(known.Length, MostRidges).Select(index => known[index]).ToArray();
        Extent = chosen.Select(one => Math.Max(Math.Abs(one.Histogram!.Start), Math.Abs(End(one.Histogram))))
            .DefaultIfEmpty(0)
            .Max();
        Ridges = [.. chosen.Select(one => (one.Step, Heights(one.Histogram!)))];
    }

    /// <summary>What pictures call the layer.</summary>
    public string Label { get; }

    /// <summary>The axis leads from this below zero to this above it; 0 where there is nothing but zeros.</summary>
    public double Extent { get; }

    /// <summary>The step and the bins' heights, as shares of the highest, of each histogram; oldest first.</summary>
    public IReadOnlyList<(long Step, IReadOnlyList<double> Heights)> Ridges { get; }

    private static double End(ElementHistogram histogram) =>
        histogram.Start + (histogram.Width * histogram.Counts.Count);

    /// <summary>The counts in bins of the common axis; what lies in two of them is divided.</summary>
    private double[] Heights(ElementHistogram histogram)
    {
        var heights = new double[Bins];
        var scale = Extent > 0 ? Bins / 2 / Extent : 0;
        foreach (var (index, count) in histogram.Counts.Index().Where(bin => bin.Item > 0))
        {
            var low = Place(histogram.Start + (index * histogram.Width));
            var high = Place(histogram.Start + ((index + 1) * histogram.Width));
            var (first, last) = ((int)Math.Min(low, Bins - 1), (int)Math.Min(Math.Ceiling(high) - 1, Bins - 1));
            for (var bin = first; bin <= Math.Max(first, last); bin++)
            {
                var part = high > low ? (Math.Min(high, bin + 1) - Math.Max(low, bin)) / (high - low) : 1;
                heights[bin] += count * part;
            }
        }

        var most = heights.Max();
        return [.. heights.Select(height => most > 0 ? height / most : 0)];

        double Place(double value) => Math.Clamp((value * scale) + (Bins / 2), 0, Bins);
    }
}
