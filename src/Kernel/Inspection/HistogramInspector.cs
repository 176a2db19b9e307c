namespace NotebookGrad.Inspection;

/// <summary>Counts a tensor's elements in bins.</summary>
internal static class HistogramInspector
{
    /// <summary>The histogram of some numbers, whose range is known.</summary>
    public static ElementHistogram Count(ReadOnlySpan<double> values, ValueSummary summary, bool isWhole) =>
        Count(values, summary.Minimum, summary.Maximum, isWhole, ElementHistogram.MostBins);

    /// <summary>The histogram of some numbers between bounds, or one without bins where these are NaN.</summary>
    public static ElementHistogram Count(
        ReadOnlySpan<double> values, double low, double high, bool isWhole, int mostBins)
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
            return new ElementHistogram(low, 0, [Finite(values)]);
        }

        var origin = isWhole ? low - 0.5 : spansZero ? 0 : low;
        var first = spansZero ? Math.Floor(low / width) : 0;
        var bins = isWhole ? (int)Math.Ceiling((high - low + 1) / width) : mostBins;
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

    private static long Finite(ReadOnlySpan<double> values)
    {
        long count = 0;
        foreach (var value in values)
        {
            count += double.IsFinite(value) ? 1 : 0;
        }

        return count;
    }
}
