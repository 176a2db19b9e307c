namespace NotebookGrad.Inspection;

/// <summary>Counts a tensor's elements in bins.</summary>
internal static class HistogramInspector
{
    /// <summary>The histogram of some numbers, whose range is known.</summary>
    public static ElementHistogram Count(ReadOnlySpan<double> values, ValueSummary summary, bool isWhole)
    {
        var (low, high) = (summary.Minimum, summary.Maximum);
        if (double.IsNaN(low))
        {
            return new ElementHistogram(0, 0, []);
        }

        // Halves of whole numbers part them; a range beyond double's is divided before it is subtracted.
        var spansZero = low < 0 && high > 0 && !isWhole;
        var parts = spansZero ? ElementHistogram.MostBins - 1 : ElementHistogram.MostBins;
        var width = isWhole
            ? Math.Ceiling((high - low + 1) / ElementHistogram.MostBins)
            : (high / parts) - (low / parts);
        if (width == 0)
        {
            return new ElementHistogram(low, 0, [summary.Count - summary.NaNs - summary.Infinities]);
        }

        var origin = isWhole ? low - 0.5 : spansZero ? 0 : low;
        var first = spansZero ? Math.Floor(low / width) : 0;
        var bins = isWhole ? (int)Math.Ceiling((high - low + 1) / width) : ElementHistogram.MostBins;
        var counts = new long[bins];
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                var bin = Math.Floor((value - origin) / width) - first;
                counts[(int)Math.Clamp(bin, 0, bins - 1)]++;
            }
        }

        return new ElementHistogram(origin + (first * width), width, counts);
    }
}
