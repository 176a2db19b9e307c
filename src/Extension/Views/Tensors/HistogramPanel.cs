using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a distribution: bars below zero in blue, above it in orange, zero marked.</summary>
internal static class HistogramPanel
{
    private const double Width = 216;
    private const double Height = 80;
    private const double LabelSize = 11;
    private const double WidestBar = 30;

    /// <summary>Whether heights are logarithms of counts: where one bin would hide all others.</summary>
    public static bool IsLogarithmic(ElementHistogram histogram)
    {
        var filled = histogram.Counts.Where(count => count > 0).ToArray();
        return filled.Length > 2 && filled.Max() > filled.Sum(count => (double)count) / 2;
    }

    /// <summary>The height of each bin as a share of the highest.</summary>
    public static IEnumerable<double> Heights(ElementHistogram histogram)
    {
        var isLogarithmic = IsLogarithmic(histogram);
        var most = Height(histogram.Counts.DefaultIfEmpty(0).Max());
        return histogram.Counts.Select(count => count > 0 ? Height(count) / most : 0);

        double Height(double count) => isLogarithmic ? Math.Log(1 + count) : count;
    }

    /// <summary>Draws a histogram from a corner on, its floor level with that of a line, and tells its size.</summary>
    public static (double Width, double Height) Add(List<Mark> marks, TensorSnapshot tensor, double x, double y)
    {
        var histogram = tensor.Histogram;
        if (IsLogarithmic(histogram))
        {
            marks.Add(Label(x + Width, y + LabelSize, TextAlign.End, "log counts"));
        }

        var top = y + LabelSize + 5;
        var floor = top + Height;
        var bar = Math.Min(WidestBar, Width / histogram.Counts.Count);
        var bars = Heights(histogram).Index().Where(bin => bin.Item > 0).ToLookup(
            bin => Sign(tensor, bin.Index),
            bin => new Point(x + ((bin.Index + 0.5) * bar), floor - Math.Max(1, Height * bin.Item)));
        marks.AddRange(bars.OrderBy(sign => sign.Key).Select(sign =>
            new BarsMark(sign.Key, [.. sign], floor, bar - 1.5)));
        var end = x + (bar * histogram.Counts.Count);
        marks.Add(new PathMark(Role.Mute, [new Point(x, floor + 0.5), new Point(end, floor + 0.5)], 1));
        if (!AddClasses(marks, tensor, x, bar, floor))
        {
            AddLabels(marks, tensor, x, end, floor);
        }

        return (Width, floor + 18 - y);
    }

    // A class is a name rather than a number: it has no sign.
    private static Role Sign(TensorSnapshot tensor, int bin) =>
        (tensor.Histogram.Start + ((bin + 0.5) * tensor.Histogram.Width)) switch
        {
            _ when TensorGrid.IsClasses(tensor) => Role.Parameter,
            < 0 => Role.Negative,
            > 0 => Role.Positive,
            _ => Role.Mute,
        };

    /// <summary>Writes below each bar what it counts, where that has room.</summary>
    private static bool AddClasses(List<Mark> marks, TensorSnapshot tensor, double x, double bar, double floor)
    {
        var labels = TensorGrid.Classes(tensor).Select(one => NumberText.Of(one.Value)).ToArray();
        var hasRoom = labels.All(label => TextMetrics.Width(label, LabelSize, Face.Sans) < bar);
        if (hasRoom)
        {
            marks.AddRange(labels.Select((label, bin) =>
                Label(x + ((bin + 0.5) * bar), floor + 15, TextAlign.Middle, label)));
        }

        return hasRoom && labels.Length > 0;
    }

    private static void AddLabels(List<Mark> marks, TensorSnapshot tensor, double x, double end, double floor)
    {
        var (low, high) = (NumberText.Short(tensor.Value.Minimum), NumberText.Short(tensor.Value.Maximum));
        marks.Add(Label(x, floor + 15, TextAlign.Start, low));
        if (high != low)
        {
            var least = x + TextMetrics.Width(low, LabelSize, Face.Sans) + 8;
            var right = Math.Max(end, least + TextMetrics.Width(high, LabelSize, Face.Sans));
            marks.Add(Label(right, floor + 15, TextAlign.End, high));
        }

        var zero = x + ((end - x) * (-tensor.Histogram.Start / tensor.Histogram.Width / tensor.Histogram.Counts.Count));
        if (tensor.Value is { Minimum: < 0, Maximum: > 0 } && zero > x && zero < end)
        {
            Point[] line = [new Point(zero - 0.75, floor - Height), new Point(zero - 0.75, floor + 4)];
            marks.Add(new PathMark(Role.Mute, line, 1, Dashed: true));
            const double room = 56;
            if (zero > x + room && zero < end - room)
            {
                marks.Add(Label(zero, floor + 15, TextAlign.Middle, "0"));
            }
        }
    }

    private static TextMark Label(double x, double y, TextAlign align, string text) =>
        new(Role.Mute, x, y, text, LabelSize, Face.Sans, align);
}
