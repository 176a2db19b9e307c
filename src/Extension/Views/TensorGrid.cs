using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>What of a tensor's elements is shown, and how.</summary>
internal static class TensorGrid
{
    private const int MostForNumbers = 8;
    private const int MostInALine = 12;
    private const int FewestForHistogram = 16;
    private const int WidestText = 100;

    /// <summary>Whether elements stand as numbers: in small tensors, short vectors, and where they are whole.</summary>
    public static bool ShowsNumbers(TensorSnapshot tensor) =>
        tensor.DType is DType.Bool or DType.Int64
        || (tensor.Rows <= MostForNumbers && tensor.Columns <= MostForNumbers)
        || (tensor.Rows == 1 && tensor.Columns <= MostInALine);

    /// <summary>Whether the distribution says more than the elements themselves.</summary>
    public static bool ShowsHistogram(TensorSnapshot tensor) =>
        tensor.Value.Count > FewestForHistogram
        && tensor.DType != DType.Bool
        && tensor.Histogram.Any(count => count > 0)
        && double.IsFinite(tensor.Value.Minimum)
        && double.IsFinite(tensor.Value.Maximum);

    /// <summary>Says what is cut off; null where all elements are shown.</summary>
    public static string? Note(TensorSnapshot tensor)
    {
        if (tensor.Value.Count == 0)
        {
            return null;
        }

        var columns = tensor.Grid.Select(row => row.Count).DefaultIfEmpty(0).Max();
        var across = tensor.Shape.Rank == 1 ? "element" : "column";
        string[] parts =
        [
            .. tensor.Rows > tensor.Grid.Count ? [Part(tensor.Grid.Count, tensor.Rows, "row")] : Array.Empty<string>(),
            .. tensor.Columns > columns ? [Part(columns, tensor.Columns, across)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : $"first {string.Join(", ", parts)}";
    }

    /// <summary>Says how a heat map is read; null where there is none.</summary>
    public static string? Legend(TensorSnapshot tensor)
    {
        if (ShowsNumbers(tensor))
        {
            return null;
        }

        var notFinite = tensor.Value.NaNs + tensor.Value.Infinities > 0 ? "   ⊠ NaN   ∞ infinite" : "";
        return "● below zero   ■ above zero   ▫ zero" + notFinite;
    }

    /// <summary>An element as a number in little room.</summary>
    public static string Cell(TensorSnapshot tensor, double value) =>
        tensor.DType is DType.Bool or DType.Int64 ? NumberText.Of(value) : NumberText.Short(value);

    /// <summary>The rows for a screen reader.</summary>
    public static IEnumerable<string> SpokenRows(TensorSnapshot tensor) =>
        tensor.Grid.Select(row => string.Join(", ", row.Select(value => Cell(tensor, value))));

    /// <summary>The elements as right-aligned columns, as many as fit.</summary>
    public static string Text(TensorSnapshot tensor)
    {
        var cells = tensor.Grid.Select(row => row.Select(value => Cell(tensor, value)).ToArray()).ToArray();
        var width = cells.SelectMany(row => row).Select(TextMetrics.Columns).DefaultIfEmpty(0).Max() + 2;
        var most = Math.Max(1, WidestText / width);
        var lines = cells.Select(row =>
            string.Concat(row.Take(most).Select(cell => cell.PadLeft(width)))
            + (row.Length > most || tensor.Columns > row.Length ? "  …" : ""));
        return string.Join('\n', tensor.Rows > cells.Length ? lines.Append("  ⋮") : lines);
    }

    private static string Part(long shown, long all, string noun) =>
        $"{NumberText.Count(shown)} of {NumberText.Count(all, noun)}";
}
