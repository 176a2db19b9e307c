using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Writes elements in characters: as columns of numbers, as signs of a strength, or as a line.</summary>
internal static class TensorDiagram
{
    private const int WidestText = 100;
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const string Below = "·∘○●";
    private const string Above = "░▒▓█";

    /// <summary>The elements.</summary>
    public static string Of(TensorSnapshot tensor, ElementMap map)
    {
        var lines = TensorGrid.ShowsLine(tensor)
            ? map.Slices.Select(Line)
            : map.Slices.SelectMany(slice => Titled(slice, TensorGrid.ShowsNumbers(tensor)
                ? Numbers(tensor, slice)
                : Signs(slice, TensorGrid.Largest(map))));
        return string.Join('\n', lines);
    }

    /// <summary>Says what the signs mean; null where none stand.</summary>
    public static string? Legend(TensorSnapshot tensor, ElementMap map) =>
        TensorGrid.ShowsNumbers(tensor) || TensorGrid.ShowsLine(tensor) || map.Slices.Count == 0
            ? null
            : (tensor.DType == DType.Bool ? $"{Above} true" : $"{Below} below zero   {Above} above zero")
                + $", full at {TensorGrid.Full(tensor, map)}";

    /// <summary>The distribution in one line: <c>−0.9 ▁▂▅█▅▂▁ 0.97</c>; null where there is nothing to tell.</summary>
    public static string? Distribution(TensorSnapshot tensor)
    {
        if (!TensorGrid.ShowsHistogram(tensor))
        {
            return null;
        }

        var bars = HistogramPanel.Heights(tensor.Histogram).Select(Bar);
        return $"{NumberText.Of(tensor.Value.Minimum)} {string.Concat(bars)} {NumberText.Of(tensor.Value.Maximum)}"
            + (HistogramPanel.IsLogarithmic(tensor.Histogram) ? "   log counts" : "");
    }

    private static IEnumerable<string> Titled(ElementSlice slice, IEnumerable<string> lines) =>
        slice.Place.Count == 0 ? lines : lines.Prepend(TensorGrid.Place(slice));

    private static IEnumerable<string> Numbers(TensorSnapshot tensor, ElementSlice slice)
    {
        var cells = slice.Blocks
            .Select(row => row.Select(block => TensorGrid.Cell(tensor, block.Mean)).ToArray())
            .ToArray();
        var width = cells.SelectMany(row => row).Select(TextMetrics.Columns).DefaultIfEmpty(0).Max() + 2;
        var most = Math.Max(1, WidestText / width);
        return cells.Select(row =>
            string.Concat(row.Take(most).Select(cell => cell.PadLeft(width))) + (row.Length > most ? "  …" : ""));
    }

    private static IEnumerable<string> Signs(ElementSlice slice, double largest) =>
        slice.Blocks.Select(row => "  " + string.Join(' ', row.Select(block => Sign(block.Mean, largest))).TrimEnd());

    private static char Sign(double value, double largest) => value switch
    {
        double.NaN => '×',
        _ when double.IsInfinity(value) => '⋈',
        0 => ' ',
        _ => (value < 0 ? Below : Above)[Level(Math.Abs(value) / largest, Below.Length) - 1],
    };

    private static string Line(ElementSlice slice)
    {
        var range = new LineRange(slice);
        var signs = TensorGrid.Means(slice).Select(value => value switch
        {
            double.NaN => '×',
            _ when double.IsInfinity(value) => '⋈',
            _ => Levels[Level(range.Place(value), Levels.Length) - 1],
        });
        return "  " + string.Concat(signs);
    }

    private static char Bar(double share) => share > 0 ? Levels[Level(share, Levels.Length) - 1] : ' ';

    private static int Level(double share, int count) => Math.Clamp((int)Math.Ceiling(share * count), 1, count);
}
