using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws elements and their distribution. Colour is centred on zero; below zero is also round and above it square, so
/// that the sign can be told without colour.
/// </summary>
internal static class TensorPicture
{
    private const double Padding = 12;
    private const double HeatCell = 13;
    private const double NumberCellHeight = 24;
    private const double NumberSize = 12;
    private const double Apart = 26;
    private const double WidestBeside = 380;
    private const double BarWidth = 9;
    private const double BarHeight = 76;
    private const double LabelSize = 11;

    // As many shades as an eye tells apart.
    private const int HeatSteps = 10;

    // Text stands on these cells, so that their colour must stay faint.
    private const double StrongestUnderText = 0.3;

    /// <summary>The scene of a tensor.</summary>
    public static Scene Of(TensorSnapshot tensor, string title)
    {
        var marks = new List<Mark>();
        var (width, height) = TensorGrid.ShowsNumbers(tensor) ? AddNumbers(tensor, marks) : AddHeat(tensor, marks);
        if (TensorGrid.ShowsHistogram(tensor))
        {
            var isBeside = width <= WidestBeside;
            var (x, y) = isBeside ? (width + Apart, 4.0) : (0, height + Apart);
            AddHistogram(tensor, marks, Padding + x, Padding + y);
            width = Math.Max(width, x + (tensor.Histogram.Count * BarWidth));
            height = Math.Max(height, y + BarHeight + 16);
        }

        return new Scene(
            width + (2 * Padding),
            height + (2 * Padding),
            $"Elements of tensor {title}, {ValueText.Type(tensor.DType, tensor.Shape)}",
            marks);
    }

    private static (double Width, double Height) AddNumbers(TensorSnapshot tensor, List<Mark> marks)
    {
        var texts = tensor.Grid.Select(row => row.Select(value => TensorGrid.Cell(tensor, value)).ToArray()).ToArray();
        var cell = texts.SelectMany(row => row)
            .Select(text => TextMetrics.Width(text, NumberSize, Face.Mono))
            .DefaultIfEmpty(0)
            .Max() + 14;
        var largest = Largest(tensor);
        var columns = 0;
        for (var row = 0; row < texts.Length; row++)
        {
            columns = Math.Max(columns, texts[row].Length);
            for (var column = 0; column < texts[row].Length; column++)
            {
                var (x, y) = (Padding + (column * cell), Padding + (row * NumberCellHeight));
                var value = tensor.Grid[row][column];
                marks.Add(new BoxMark(Role.Guide, x, y, cell - 2, NumberCellHeight - 2, 3));
                if (double.IsFinite(value) && value != 0)
                {
                    var strength = Math.Round(StrongestUnderText * Math.Abs(value) / largest, 2);
                    var role = value < 0 ? Role.Negative : Role.Positive;
                    marks.Add(new BoxMark(role, x, y, cell - 2, NumberCellHeight - 2, 3, strength));
                }

                var face = double.IsFinite(value) ? Face.Mono : Face.MonoBold;
                var text = texts[row][column];
                marks.Add(new TextMark(Role.Plain, x + cell - 8, y + 15.5, text, NumberSize, face, TextAlign.End));
            }
        }

        return (Math.Max(0, (columns * cell) - 2), Math.Max(0, (texts.Length * NumberCellHeight) - 2));
    }

    private static (double Width, double Height) AddHeat(TensorSnapshot tensor, List<Mark> marks)
    {
        var largest = Largest(tensor);
        const double side = HeatCell - 1;
        var cells = new SortedDictionary<(Role Role, int Step), List<Point>>();
        for (var row = 0; row < tensor.Grid.Count; row++)
        {
            for (var column = 0; column < tensor.Grid[row].Count; column++)
            {
                var (x, y) = (Padding + (column * HeatCell), Padding + (row * HeatCell));
                var value = tensor.Grid[row][column];
                if (!double.IsFinite(value))
                {
                    marks.Add(new BoxMark(Role.Warning, x + 0.5, y + 0.5, side - 1, side - 1));
                    var (sign, middle) = (double.IsNaN(value) ? "×" : "∞", x + (side / 2));
                    marks.Add(new TextMark(
                        Role.Plain, middle, y + 10, sign, LabelSize, Face.SansBold, TextAlign.Middle));
                }
                else if (value == 0)
                {
                    marks.Add(new BoxMark(Role.Guide, x + 4, y + 4, side - 8, side - 8));
                }
                else
                {
                    var step = (int)Math.Ceiling(HeatSteps * (Math.Abs(value) / largest));
                    var key = (value < 0 ? Role.Negative : Role.Positive, step);
                    (cells.TryGetValue(key, out var places) ? places : cells[key] = []).Add(new Point(x, y));
                }
            }
        }

        marks.AddRange(cells.Select(pair => new CellsMark(
            pair.Key.Role,
            pair.Value,
            side,
            IsRound: pair.Key.Role == Role.Negative,
            (double)pair.Key.Step / HeatSteps)));
        var columns = tensor.Grid.Select(row => row.Count).DefaultIfEmpty(0).Max();
        return (Math.Max(0, (columns * HeatCell) - 1), Math.Max(0, (tensor.Grid.Count * HeatCell) - 1));
    }

    private static void AddHistogram(TensorSnapshot tensor, List<Mark> marks, double x, double y)
    {
        var bins = tensor.Histogram;
        var most = bins.Max();
        for (var bin = 0; bin < bins.Count; bin++)
        {
            if (bins[bin] > 0)
            {
                var height = Math.Max(1, BarHeight * bins[bin] / most);
                var top = y + BarHeight - height;
                marks.Add(new BoxMark(Role.Forward, x + (bin * BarWidth), top, BarWidth - 1.5, height));
            }
        }

        var (low, high) = (tensor.Value.Minimum, tensor.Value.Maximum);
        var width = bins.Count * BarWidth;
        var floor = y + BarHeight;
        marks.Add(new PathMark(Role.Guide, [new Point(x, floor + 0.5), new Point(x + width, floor + 0.5)], 1));
        marks.Add(Label(x, TextAlign.Start, NumberText.Short(low)));
        marks.Add(Label(x + width, TextAlign.End, NumberText.Short(high)));
        if (low < 0 && high > 0)
        {
            var zero = x + (width * (-low / (high - low)));
            marks.Add(new PathMark(Role.Mute, [new Point(zero, floor), new Point(zero, floor + 4)], 1));
            const double room = 56;
            if (zero > x + room && zero < x + width - room)
            {
                marks.Add(Label(zero, TextAlign.Middle, "0"));
            }
        }

        TextMark Label(double at, TextAlign align, string text) =>
            new(Role.Mute, at, floor + 14, text, LabelSize, Face.Sans, align);
    }

    /// <summary>The largest size among the finite elements shown, and 1 where all are zero.</summary>
    private static double Largest(TensorSnapshot tensor)
    {
        var largest = tensor.Grid
            .SelectMany(row => row)
            .Where(double.IsFinite)
            .Select(Math.Abs)
            .DefaultIfEmpty(0)
            .Max();
        return largest > 0 ? largest : 1;
    }
}
