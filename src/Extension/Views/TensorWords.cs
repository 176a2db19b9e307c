using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>The statistics of a tensor in words.</summary>
internal static class TensorWords
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>Mean, deviation, range, zeros, and what is not finite.</summary>
    public static IEnumerable<string> Statistics(ValueSummary summary)
    {
        if (summary.Count == 0)
        {
            return ["empty: no elements"];
        }

        return summary.NaNs + summary.Infinities == summary.Count
            ? ["no finite element", .. ValueText.NotFinite(summary)]
            :
            [
                $"mean {NumberText.Of(summary.Mean)}",
                $"deviation {NumberText.Of(summary.Deviation)}",
                $"min {NumberText.Of(summary.Minimum)}",
                $"max {NumberText.Of(summary.Maximum)}",
                $"zeros {NumberText.Count(summary.Zeros)}",
                .. ValueText.NotFinite(summary),
            ];
    }

    /// <summary>The number, or mean, range and norm.</summary>
    public static IEnumerable<string> Gradient(ValueSummary summary) =>
        ValueText.Number(summary) is { } number
            ? [NumberText.Of(number)]
            : [.. Statistics(summary), $"norm {NumberText.Of(summary.Norm)}"];

    /// <summary>The distribution in one line: <c>−0.9 ▁▂▅█▅▂▁ 0.97</c>; null where there is nothing to tell.</summary>
    public static string? Sparkline(TensorSnapshot tensor)
    {
        if (!TensorGrid.ShowsHistogram(tensor))
        {
            return null;
        }

        var most = tensor.Histogram.Max();
        var bars = tensor.Histogram.Select(count =>
            count <= 0 ? ' ' : Levels[(int)Math.Ceiling((double)count * Levels.Length / most) - 1]);
        return $"{NumberText.Of(tensor.Value.Minimum)} {string.Concat(bars)} {NumberText.Of(tensor.Value.Maximum)}";
    }
}
