namespace NotebookGrad.Inspection;

/// <summary>Counts a tensor's elements in bins.</summary>
internal static class HistogramInspector
{
    /// <summary>The histogram of a tensor's elements, whose range is known; they are counted where they lie.</summary>
    public static ElementHistogram Count(Tensor tensor, ValueSummary summary) => Count(
        summary.Minimum, summary.Maximum, !tensor.DType.IsReal, ElementHistogram.MostBins,
        (origin, width, first, bins) => DeviceElements.Bins(tensor, origin, width, first, bins));

    /// <summary>The histogram of some numbers, whose range is known.</summary>
    public static ElementHistogram Count(double[] values, ValueSummary summary, bool isWhole) =>
        Count(values, summary.Minimum, summary.Maximum, isWhole, ElementHistogram.MostBins);

    /// <summary>The histogram of some numbers between bounds, or one without bins where these are NaN.</summary>
    public static ElementHistogram Count(double[] values, double low, double high, bool isWhole, int mostBins) => Count(
        low, high, isWhole, mostBins, (origin, width, first, bins) => Bins(values, origin, width, first, bins));

    private static ElementHistogram Count(
        double low, double high, bool isWhole, int mostBins, Func<double, double, double, int, long[]> count)
    {
        if (double.IsNaN(low))
        {
            return new ElementHistogram(0, 0, []);
        }

        // Halves of whole numbers part them; a range beyond double's is divided before it is subtracted.
        var spansZero = low < 0 && high > 0 && !isWhole;
        var parts = spansZero ? mostBins - 1 : mostBins;
        var width = isWhole
            ? Math.Ceiling((high - low + 1) / mostBins)
            : (high / parts) - (low / parts);
        if (width == 0)
        {
            return new ElementHistogram(low, 0, count(low, 1, 0, 1));
        }

        var origin = isWhole ? low - 0.5 : spansZero ? 0 : low;
        var first = spansZero ? Math.Floor(low / width) : 0;
        var bins = isWhole ? (int)Math.Ceiling((high - low + 1) / width) : mostBins;
        return new ElementHistogram(origin + (first * width), width, count(origin, width, first, bins));
    }

    // Where an element lies between the bounds, counted from the bin that is the first.
    private static long[] Bins(double[] values, double origin, double width, double first, int bins)
    {
        var counts = new long[bins];
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                var bin = Math.Floor((value - origin) / width) - first;
                counts[(int)Math.Clamp(bin, 0, bins - 1)]++;
            }
        }

        return counts;
    }
}
