using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a small matrix as a table of numbers, each on a faint ground in the colour of its sign.</summary>
internal static class NumbersPanel
{
    private const double CellHeight = 24;
    private const double NumberSize = 12;

    // Text stands on these cells, so that their colour must stay faint.
    private const double StrongestUnderText = 0.3;

    /// <summary>The width of a cell that holds every number of a map.</summary>
    public static double CellWidth(TensorSnapshot tensor, ElementMap map) => map.Slices
        .SelectMany(TensorGrid.Means)
        .Select(value => TextMetrics.Width(TensorGrid.Cell(tensor, value), NumberSize, Face.Mono))
        .DefaultIfEmpty(0)
        .Max() + 14;

    /// <summary>Draws a slice from a corner on and tells its size.</summary>
    public static (double Width, double Height) Add(
        List<Mark> marks, TensorSnapshot tensor, ElementMap map, ElementSlice slice, double x, double y)
    {
        var (width, largest, columns) = (CellWidth(tensor, map), TensorGrid.Largest(map), 0);
        foreach (var (row, blocks) in slice.Blocks.Index())
        {
            columns = Math.Max(columns, blocks.Count);
            foreach (var (column, block) in blocks.Index())
            {
                var (left, top, value) = (x + (column * width), y + (row * CellHeight), block.Mean);
                var isColoured = double.IsFinite(value) && value != 0;
                var role = !isColoured ? Role.Guide : value < 0 ? Role.Negative : Role.Positive;
                var strength = isColoured ? Math.Round(StrongestUnderText * Math.Abs(value) / largest, 2) : 1;
                marks.Add(new BoxMark(role, left, top, width - 2, CellHeight - 2, 3, strength));
                var face = double.IsFinite(value) ? Face.Mono : Face.MonoBold;
                var text = TensorGrid.Cell(tensor, value);
                marks.Add(new TextMark(
                    Role.Plain, left + width - 8, top + 15.5, text, NumberSize, face, TextAlign.End));
            }
        }

        return (Math.Max(0, (columns * width) - 2), Math.Max(0, (slice.Blocks.Count * CellHeight) - 2));
    }
}
