using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>The statistics of a tensor in words.</summary>
internal static class TensorWords
{
    /// <summary>
    /// Of truth values and few whole numbers how many there are of each; mean, deviation, range, zeros; and what is
    /// not finite, with the first places.
    /// </summary>
    public static IEnumerable<string> Statistics(TensorSnapshot tensor)
    {
        var summary = tensor.Value;
        if (tensor.DType == DType.Bool && summary.Count > 0)
        {
            var share = NumberText.Of(Math.Round(100.0 * (summary.Count - summary.Zeros) / summary.Count, 1));
            return
            [
                $"true ×{NumberText.Count(summary.Count - summary.Zeros)} ({share}%)",
                $"false ×{NumberText.Count(summary.Zeros)}",
            ];
        }

        var classes = TensorGrid.Classes(tensor)
            .Where(one => one.Count > 0)
            .Select(one => $"{NumberText.Of(one.Value)} ×{NumberText.Count(one.Count)}");
        return [.. Statistics(summary), .. Titled("classes: ", classes)];
    }

    /// <summary>The number, or mean, range and norm.</summary>
    public static IEnumerable<string> Gradient(ValueSummary summary) =>
        ValueText.Number(summary) is { } number
            ? [NumberText.Of(number)]
            : [.. Statistics(summary), $"norm {NumberText.Of(summary.Norm)}"];

    /// <summary>The parts, which may stand on several lines, with a title before the first.</summary>
    private static IEnumerable<string> Titled(string title, IEnumerable<string> parts) =>
        parts.Select((part, index) => index == 0 ? title + part : part);

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

    /// <summary>
    /// Counts what is not finite and tells the first places: <c>NaN ×2</c>, <c>at [0, 1]</c>, <c>[0, 2]</c>.
    /// </summary>
    private static IEnumerable<string> NotFinite(ValueSummary summary)
    {
        string[] places = [.. summary.NotFinitePlaces.Where(place => place.Count > 0)
            .Select(place => $"[{string.Join(", ", place)}]")];
        var more = Sums.Of([summary.NaNs, summary.Infinities, -places.Length]);
        if (places.Length > 0 && more > 0)
        {
            places[^1] += $" and {NumberText.Count(more)} more";
        }

        return [.. ValueText.NotFinite(summary), .. Titled("at ", places)];
    }
}
