using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a curve: lines over a grid, with numbers along both axes, and their names above.</summary>
internal static class CurvePicture
{
    private const double Padding = 14;
    private const double UsualWidth = 460;
    private const double UsualHeight = 220;
    private const double Sample = 22;
    private const int MostPoints = 1200;

    // With more points than this a line that jumps about would be a solid patch.
    private const int Dense = 300;

    // Blue and ink, then both in dashes, so that lines differ in the dark and in print; orange stays with gradients.
    private static readonly (Role Role, bool IsDashed)[] Styles =
    [
        (Role.Parameter, false), (Role.Warning, false), (Role.Parameter, true), (Role.Warning, true),
        (Role.Mute, false), (Role.Mute, true),
    ];

    /// <summary>The scene of a curve whose area has this size.</summary>
    public static Scene Of(CurveReading reading, double width = UsualWidth, double height = UsualHeight)
    {
        var marks = new List<Mark>();
        var left = Padding + PlotFrame.LabelsWidth(reading.Y);
        var top = Padding + AddNames(reading, marks, left, left + width);
        var frame = new PlotFrame(reading.X, reading.Y, left, top, width, height);
        marks.AddRange(frame.Grid(reading.XLabel));
        for (var series = 0; series < reading.Names.Count; series++)
        {
            foreach (var run in reading.Runs(series, MostPoints))
            {
                marks.Add(Line(series, [.. run.Select(point => frame.Of(point.X, point.Y))]));
            }
        }

        var bottom = frame.Floor + (reading.XLabel.Length > 0 ? 36 : 20);
        return new Scene(frame.Right + Padding + 10, bottom + 4, $"{reading.Title}, {reading.Summary}", marks);
    }

    private static PathMark Line(int series, IReadOnlyList<Point> points)
    {
        // A number between two gaps is a line without length, which nobody would see.
        IReadOnlyList<Point> drawn = points.Count > 1
            ? points
            : [points[0] with { X = points[0].X - 2 }, points[0] with { X = points[0].X + 2 }];
        var width = points.Count switch { 1 => 3, <= Dense => 1.6, _ => 1 };
        var (role, isDashed) = Styles[series % Styles.Length];
        return new PathMark(role, drawn, width, Dashed: isDashed);
    }

    /// <summary>Writes the names of several series with a piece of line each, and tells the height they take.</summary>
    private static double AddNames(CurveReading reading, List<Mark> marks, double left, double right)
    {
        if (reading.Names.Count < 2)
        {
            return 0;
        }

        var legend = new PlotLegend(left, right, Padding + 4);
        foreach (var (series, name) in reading.Names.Index())
        {
            legend.Add((x, y) => Line(series, [new Point(x, y), new Point(x + Sample, y)]), Sample, name);
        }

        marks.AddRange(legend.Marks);
        return legend.LastRow + 16 - Padding;
    }
}
