using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a bar of what is done, and below it a plot for each quantity, over the same steps.</summary>
internal static class ProgressPicture
{
    /// <summary>How many quantities are drawn.</summary>
    public const int MostPlots = 4;

    private const double Padding = 14;
    private const double Width = 460;
    private const double BarHeight = 10;
    private const double PlotHeight = 84;
    private const double NameHeight = 26;
    private const double Gap = 8;
    private const double LabelSize = 11;
    private const double NameSize = 12;

    // So few numbers are seen better as dots.
    private const int FewPoints = 30;
    private const double DotSide = 4;

    /// <summary>The scene of a loop; null where there is nothing to draw.</summary>
    public static Scene? Of(ProgressReading reading)
    {
        var marks = new List<Mark>();
        var y = Padding;
        if (reading.Share is { } share)
        {
            AddBar(marks, reading, share, y);
            y += BarHeight + 4;
        }

        var drawn = reading.Curves.Take(MostPlots).ToArray();
        var left = Padding + 8 + drawn.SelectMany(curve => curve.Y.Ticks)
            .Select(tick => TextMetrics.Width(NumberText.Of(tick), LabelSize, Face.Sans))
            .DefaultIfEmpty(0)
            .Max();
        foreach (var curve in drawn)
        {
            AddPlot(marks, reading, curve, left, y + NameHeight);
            y += NameHeight + PlotHeight + Gap;
        }

        if (drawn.Length > 0)
        {
            AddSteps(marks, reading, left, y - Gap);
            y += 30 - Gap;
        }

        return marks.Count == 0 ? null : new Scene(Padding + Width + Padding, y + Padding - 4, reading.Words, marks);
    }

    private static void AddBar(List<Mark> marks, ProgressReading reading, double share, double y)
    {
        const double label = 44;
        var role = reading.IsRunning || share == 1 ? Role.Negative : Role.Mute;
        marks.Add(new BoxMark(Role.Guide, Padding, y, Width - label, BarHeight, Radius: 4));
        if (share > 0)
        {
            marks.Add(new BoxMark(role, Padding, y, Math.Max(4, share * (Width - label)), BarHeight, Radius: 4));
        }

        var percent = $"{Math.Floor(share * 100)}%";
        marks.Add(new TextMark(
            Role.Plain, Padding + Width, y + BarHeight - 0.5, percent, NameSize, Face.Mono, TextAlign.End));
    }

    private static void AddPlot(List<Mark> marks, ProgressReading reading, MetricCurve curve, double left, double top)
    {
        var right = Padding + Width;
        AddName(marks, curve, left, top - 9);
        foreach (var tick in curve.Y.Ticks)
        {
            var y = top + ((1 - curve.Y.Place(tick)) * PlotHeight);
            marks.Add(new PathMark(Role.Guide, [new Point(left, y), new Point(right, y)], 1));
            marks.Add(Label(left - 8, y + 4, NumberText.Of(tick), TextAlign.End));
        }

        Point At(double step, double value) => new(
            left + (reading.X.Place(step) * (right - left)), top + ((1 - curve.Y.Place(value)) * PlotHeight));
        var means = curve.Points.Select(point => At((point.FirstStep + point.LastStep) / 2.0, point.Mean)).ToArray();
        var ranges = curve.Points.Where(point => point.Minimum < point.Maximum).ToArray();
        if (ranges.Length > 0)
        {
            marks.Add(new PathMark(Role.Guide, [.. ranges.SelectMany(point =>
                new[] { At(point.FirstStep, point.Minimum), At(point.LastStep, point.Maximum) })], 2));
        }

        if (means.Length > 1)
        {
            marks.Add(new PathMark(Role.Parameter, means, 1.6));
        }

        if (means.Length is > 0 and <= FewPoints)
        {
            marks.Add(new CellsMark(
                Role.Negative,
                [.. means.Select(mean => new Point(mean.X - (DotSide / 2), mean.Y - (DotSide / 2)))],
                DotSide,
                CellShape.Disc,
                1));
        }
    }

    private static void AddName(List<Mark> marks, MetricCurve curve, double x, double y)
    {
        var name = $"{curve.Name} ";
        marks.Add(new TextMark(Role.Plain, x, y, name, NameSize, Face.SansBold));
        x += TextMetrics.Width(name, NameSize, Face.SansBold) + 4;
        marks.Add(new TextMark(Role.Forward, x, y, curve.Last, NameSize, Face.Mono));
        x += TextMetrics.Width(curve.Last, NameSize, Face.Mono) + 10;
        var note = string.Join(" · ", new[] { curve.Warning, curve.Note }.Where(part => part.Length > 0));
        marks.Add(new TextMark(curve.Warning.Length > 0 ? Role.Warning : Role.Mute, x, y, note, LabelSize));
    }

    private static void AddSteps(List<Mark> marks, ProgressReading reading, double left, double floor)
    {
        var right = Padding + Width;
        marks.Add(new PathMark(Role.Mute, [new Point(left, floor), new Point(right, floor)], 1));
        foreach (var tick in reading.X.Ticks.Where(tick => tick == Math.Floor(tick)))
        {
            var x = left + (reading.X.Place(tick) * (right - left));
            marks.Add(new PathMark(Role.Mute, [new Point(x, floor), new Point(x, floor + 4)], 1));
            marks.Add(Label(x, floor + 16, NumberText.Of(tick), TextAlign.Middle));
        }

        marks.Add(Label(right, floor + 30, reading.Noun, TextAlign.End));
    }

    private static TextMark Label(double x, double y, string text, TextAlign align) =>
        new(Role.Mute, x, y, text, LabelSize, Face.Sans, align);
}
