using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws a comparison: a point a derivative, across by differences and upwards by the engine, so that what agrees
/// lies on the diagonal.
/// </summary>
internal static class GradCheckPicture
{
    private const double Padding = 14;
    private const double Side = 210;
    private const double LabelSize = 11;
    private const double Dot = 6;
    private const double Ring = 13;
    private const double LegendGap = 28;
    private const int MostTicks = 5;

    // Many more points than this are a solid patch, and a large file.
    private const int MostPoints = 600;

    /// <summary>The scene of a report that has entries.</summary>
    public static Scene Of(GradCheckReport report, string title)
    {
        var axis = CurveAxis.Rounded(
            report.Entries.SelectMany(entry => new[] { entry.Analytic, entry.Numeric }), MostTicks);
        var labels = axis.Ticks.Max(tick => TextMetrics.Width(NumberText.Of(tick), LabelSize, Face.Sans));
        var (left, top) = (Padding + labels + 8, Padding + 18);
        var marks = new List<Mark>();
        AddGrid(marks, axis, left, top);

        var drawn = report.Entries.Where(entry => axis.Holds(entry.Analytic) && axis.Holds(entry.Numeric)).ToArray();
        if (report.Worst is { } worst && axis.Holds(worst.Analytic) && axis.Holds(worst.Numeric))
        {
            marks.Add(Square(Corner(worst, Ring), Ring));
        }

        var (agreeing, differing) = (Places(true), Places(false));
        marks.Add(new CellsMark(Role.Positive, agreeing, Dot, CellShape.Disc, Strength: 0.7));
        marks.Add(new CellsMark(Role.Warning, differing, Dot, CellShape.Square, Strength: 1));
        var width = AddLegend(marks, report, left + Side + LegendGap, top + 6, drawn.Length);
        return new Scene(width, top + Side + 40, title, marks);

        Point[] Places(bool agree)
        {
            var chosen = drawn.Where(entry => report.Agrees(entry) == agree).ToArray();
            var stride = (chosen.Length / MostPoints) + 1;
            return [.. chosen.Where((_, index) => index % stride == 0).Select(entry => Corner(entry, Dot))];
        }

        Point Corner(GradCheckEntry entry, double side) => new(
            left + (axis.Place(entry.Numeric) * Side) - (side / 2),
            top + ((1 - axis.Place(entry.Analytic)) * Side) - (side / 2));
    }

    private static void AddGrid(List<Mark> marks, CurveAxis axis, double left, double top)
    {
        var floor = top + Side;
        var end = double.NegativeInfinity;
        foreach (var tick in axis.Ticks)
        {
            var (way, text) = (axis.Place(tick) * Side, NumberText.Of(tick));
            var (x, y) = (left + way, floor - way);
            marks.Add(new PathMark(Role.Guide, [new Point(left, y), new Point(left + Side, y)], 1));
            marks.Add(new PathMark(Role.Guide, [new Point(x, top), new Point(x, floor)], 1));
            marks.Add(Label(left - 8, y + 4, text, TextAlign.End));
            var half = TextMetrics.Width(text, LabelSize, Face.Sans) / 2;
            if (x - half > end + 6)
            {
                marks.Add(Label(x, floor + 16, text, TextAlign.Middle));
                end = x + half;
            }
        }

        marks.Add(new PathMark(Role.Mute, [new Point(left, floor), new Point(left + Side, top)], 1, Dashed: true));
        marks.Add(Label(left, top - 12, "by the engine", TextAlign.Start));
        marks.Add(Label(left + Side, floor + 32, "by differences", TextAlign.End));
    }

    /// <summary>Says what the marks mean, and gives the width of the picture.</summary>
    private static double AddLegend(List<Mark> marks, GradCheckReport report, double x, double y, int drawn)
    {
        var differing = report.Entries.Count(entry => !report.Agrees(entry));
        var missing = report.Compared - drawn;
        var width = x;
        Add(new PathMark(Role.Mute, [new Point(x - 7, y), new Point(x + 7, y)], 1, Dashed: true), "equal");
        Add(Cell(Role.Positive, CellShape.Disc), $"{NumberText.Count(report.Compared - differing)} agree");
        if (differing > 0)
        {
            Add(Cell(Role.Warning, CellShape.Square), $"{NumberText.Count(differing)} differ");
        }

        Add(Square(new Point(x - (Ring / 2), y - (Ring / 2)), Ring), report.Passed ? "nearest to failing" : "worst");
        if (missing > 0)
        {
            Add(null, $"{NumberText.Count(missing)} not finite");
        }

        return width + Padding;

        void Add(Mark? sign, string text)
        {
            marks.AddRange(sign is null ? [] : [sign]);
            marks.Add(Label(x + 14, y + 4, text, TextAlign.Start));
            width = Math.Max(width, x + 14 + TextMetrics.Width(text, LabelSize, Face.Sans));
            y += 20;
        }

        CellsMark Cell(Role role, CellShape shape) =>
            new(role, [new Point(x - (Dot / 2), y - (Dot / 2))], Dot, shape, 1);
    }

    private static BoxMark Square(Point corner, double side) =>
        new(Role.Warning, corner.X, corner.Y, side, side, Radius: 2);

    private static TextMark Label(double x, double y, string text, TextAlign align) =>
        new(Role.Mute, x, y, text, LabelSize, Face.Sans, align);
}
