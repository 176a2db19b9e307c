using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>The statistics of a tensor in words.</summary>
internal static class TensorWords
{
    private const int MostClasses = 12;

    /// <summary>
    /// Of truth values and few whole numbers how many there are of each; mean, deviation, range, zeros; and what is
    /// not finite, with the first places.
    /// </summary>
    public static IEnumerable<string> Statistics(TensorSnapshot tensor)
    {
        var (summary, histogram) = (tensor.Value, tensor.Histogram);
        if (tensor.DType == DType.Bool && summary.Count > 0)
        {
            var share = NumberText.Of(Math.Round(100.0 * (summary.Count - summary.Zeros) / summary.Count, 1));
            return
            [
                $"true ×{NumberText.Count(summary.Count - summary.Zeros)} ({share}%)",
                $"false ×{NumberText.Count(summary.Zeros)}",
            ];
        }

        var isClasses = tensor.DType == DType.Int64 && histogram.Width == 1 && histogram.Counts.Count <= MostClasses;
        var classes = histogram.Counts.Index()
            .Where(bin => bin.Item > 0)
            .Select(bin => $"{NumberText.Of(histogram.Start + 0.5 + bin.Index)} ×{NumberText.Count(bin.Item)}");
        return isClasses ? Statistics(summary).Append("classes: " + string.Join(", ", classes)) : Statistics(summary);
    }

    /// <summary>The number, or mean, range and norm.</summary>
    public static IEnumerable<string> Gradient(ValueSummary summary) =>
        ValueText.Number(summary) is { } number
            ? [NumberText.Of(number)]
            : [.. Statistics(summary), $"norm {NumberText.Of(summary.Norm)}"];

    private static IEnumerable<string> Statistics(ValueSummary summary)
    {
        if (summary.Count == 0)
        {
            return ["empty: no elements"];
        }

        return summary.NaNs + summary.Infinities == summary.Count
            ? ["no finite element", .. NotFinite(summary)]
            :
            [
                $"mean {NumberText.Of(summary.Mean)}",
                $"deviation {NumberText.Of(summary.Deviation)}",
                $"min {NumberText.Of(summary.Minimum)}",
                $"max {NumberText.Of(summary.Maximum)}",
                $"zeros {NumberText.Count(summary.Zeros)}",
                .. NotFinite(summary),
            ];
    }

    /// <summary>Counts what is not finite and tells the first places: <c>NaN ×3</c>, <c>at [0, 1], …</c>.</summary>
    private static IEnumerable<string> NotFinite(ValueSummary summary)
    {
        var places = summary.NotFinitePlaces.Where(place => place.Count > 0).ToArray();
        var more = Sums.Of([summary.NaNs, summary.Infinities, -places.Length]);
        var rest = more > 0 ? $" and {NumberText.Count(more)} more" : "";
        return places.Length == 0
            ? ValueText.NotFinite(summary)
            : [
                .. ValueText.NotFinite(summary),
                $"at {string.Join(", ", places.Select(place => $"[{string.Join(", ", place)}]"))}{rest}",
            ];
    }
}
