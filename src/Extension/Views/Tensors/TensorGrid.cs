using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>How a tensor's elements are shown, and what is told of that.</summary>
internal static class TensorGrid
{
    private const int MostForNumbers = 64;
    private const int LongestForNumbers = 8;
    private const int MostInALine = 12;
    private const int MostWholeInALine = 20;
    private const double LongestWhole = 1000;
    private const int FewestForHistogram = 16;
    private const int MostClasses = 12;

    /// <summary>Whether elements stand as numbers: in small tensors, short vectors, and where they are short.</summary>
    public static bool ShowsNumbers(TensorSnapshot tensor)
    {
        var longest = tensor.DType == DType.Int64 && IsShort(tensor) ? MostWholeInALine
            : tensor.Shape.Rank < 2 ? MostInALine
            : LongestForNumbers;
        return IsFew(tensor) && tensor.Map.Columns <= longest;
    }

    /// <summary>Whether there are so few elements that all can be told.</summary>
    public static bool IsFew(TensorSnapshot tensor)
    {
        var map = tensor.Map;
        var count = (long)map.Rows * map.Columns * map.Slices.Count;
        return !map.IsReduced && count <= (IsShort(tensor) ? 2 : 1) * MostForNumbers;
    }

    /// <summary>Whether elements are few different whole numbers, as labels are.</summary>
    public static bool IsClasses(TensorSnapshot tensor) =>
        tensor.DType == DType.Int64 && tensor.Histogram.Width == 1 && tensor.Histogram.Counts.Count <= MostClasses;

    /// <summary>What there is of each class, those between the least and the greatest; empty where none are.</summary>
    public static IEnumerable<(double Value, long Count)> Classes(TensorSnapshot tensor) => IsClasses(tensor)
        ? tensor.Histogram.Counts.Select((count, bin) => (tensor.Histogram.Start + 0.5 + bin, count))
        : [];

    /// <summary>Whether elements are shown at all: a mean of labels that stand together would tell nothing.</summary>
    public static bool ShowsElements(TensorSnapshot tensor) =>
        !(tensor.Shape.Rank == 1 && tensor.Map.IsReduced && IsClasses(tensor));

    /// <summary>Whether elements are drawn as a line: those of a long vector.</summary>
    public static bool ShowsLine(TensorSnapshot tensor) => tensor.Shape.Rank == 1 && !ShowsNumbers(tensor);

    /// <summary>Whether the distribution says more than the elements themselves.</summary>
    public static bool ShowsHistogram(TensorSnapshot tensor) =>
        tensor.Value.Count > FewestForHistogram
        && tensor.DType != DType.Bool
        && tensor.Histogram.Counts.Any(count => count > 0)
        && double.IsFinite(tensor.Value.Minimum)
        && double.IsFinite(tensor.Value.Maximum);

    /// <summary>Says what stands for what; null where all elements are shown.</summary>
    public static string? Note(TensorSnapshot tensor)
    {
        var map = tensor.Map;
        if (tensor.Value.Count == 0 || !ShowsElements(tensor))
        {
            return null;
        }

        string[] parts =
        [
            .. map.IsReduced ? [Reduction(tensor)] : Array.Empty<string>(),
            .. map.SliceCount > map.Slices.Count ? [Selection(map)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join("   ", parts);
    }

    /// <summary>Says how to read what there is, in its colours; empty where that needs no words.</summary>
    public static IEnumerable<TextRun> Legend(TensorSnapshot tensor)
    {
        if (ShowsNumbers(tensor) || !ShowsElements(tensor))
        {
            return [];
        }

        var means = new[] { tensor.Map, tensor.GradientMap }
            .OfType<ElementMap>()
            .SelectMany(map => map.Slices)
            .SelectMany(Means)
            .ToArray();
        var (isHeat, isBool) = (!ShowsLine(tensor), tensor.DType == DType.Bool);
        (bool IsThere, Role Role, string Sign, string Words)[] parts =
        [
            (isHeat && means.Any(mean => mean < 0), Role.Forward, "●", "below zero"),
            (isHeat && means.Any(mean => mean > 0), Role.Gradient, "■", isBool ? "true" : "above zero"),
            (isHeat && means.Contains(0), Role.Mute, "▫", isBool ? "false" : "zero"),
            (means.Any(double.IsNaN), Role.Plain, "×", "NaN"),
            (means.Any(double.IsInfinity), Role.Plain, "⋈", "infinite"),
        ];
        return parts.Where(part => part.IsThere).SelectMany(part => new[]
        {
            new TextRun(part.Role, part.Sign), new TextRun(Role.Mute, $" {part.Words}   "),
        });
    }

    /// <summary>Where a slice lies: <c>[3, 0]</c>; empty where there is only one.</summary>
    public static string Place(ElementSlice slice) =>
        slice.Place.Count == 0 ? "" : $"[{string.Join(", ", slice.Place)}]";

    /// <summary>What is drawn of a slice, row by row.</summary>
    public static IEnumerable<double> Means(ElementSlice slice) =>
        slice.Blocks.SelectMany(row => row).Select(block => block.Mean);

    /// <summary>The largest size among the finite means of a map, and 1 where all are zero.</summary>
    public static double Largest(ElementMap map)
    {
        var largest = map.Slices.SelectMany(Means)
            .Where(double.IsFinite)
            .Select(Math.Abs)
            .DefaultIfEmpty(0)
            .Max();
        return largest > 0 ? largest : 1;
    }

    /// <summary>What has the full colour: <c>±0.9</c>; of truth values a share.</summary>
    public static string Full(TensorSnapshot tensor, ElementMap map) =>
        (tensor.DType == DType.Bool ? "" : "±") + NumberText.Short(Largest(map));

    /// <summary>An element as a number; in little room unless it is alone.</summary>
    public static string Cell(TensorSnapshot tensor, double value, bool isAlone = false) => tensor.DType switch
    {
        DType.Bool => value == 0 ? "false" : "true",
        DType.Int64 => NumberText.Of(value),
        _ => isAlone ? NumberText.Of(value) : NumberText.Short(value),
    };

    /// <summary>The rows for a screen reader.</summary>
    public static IEnumerable<string> SpokenRows(TensorSnapshot tensor) =>
        from slice in tensor.Map.Slices
        from row in slice.Blocks
        let numbers = string.Join(", ", row.Select(block => Cell(tensor, block.Mean)))
        select slice.Place.Count == 0 ? numbers : $"{Place(slice)}: {numbers}";

    private static bool IsShort(TensorSnapshot tensor) => tensor.DType is DType.Bool or DType.Int64
        && Math.Max(Math.Abs(tensor.Value.Minimum), Math.Abs(tensor.Value.Maximum)) < LongestWhole;

    private static string Selection(ElementMap map) =>
        $"{NumberText.Count(map.Slices.Count)} of {NumberText.Count(map.SliceCount, "slice")}, first to last";

    private static string Reduction(TensorSnapshot tensor)
    {
        var (rows, columns) = (tensor.Map.BlockRows, tensor.Map.BlockColumns);
        var what = tensor.DType == DType.Bool ? "the share of true among" : "the mean of";
        return ShowsLine(tensor)
            ? $"each point is {what} {NumberText.Count(columns)} elements, the shade their range"
            : $"each cell is {what} {NumberText.Count(rows)}×{NumberText.Count(columns)} elements";
    }
}
