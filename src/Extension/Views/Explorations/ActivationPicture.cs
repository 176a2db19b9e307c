using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws functions with their derivatives, a panel each: values blue, derivatives orange, grey where the function is
/// saturated.
/// </summary>
internal static class ActivationPicture
{
    private const double Padding = 14;
    private const double Apart = 18;
    private const double WidestPicture = 820;
    private const double NameSize = 12.5;
    private const double NameLine = 24;
    private const double Dot = 7;
    private const int MostPoints = 400;
    private const int MostPointsOfMany = 120;
    private const int MostRanges = 6;

    /// <summary>The scene of several functions, in rows.</summary>
    public static Scene Of(IReadOnlyList<ActivationReading> readings, string title)
    {
        var marks = new List<Mark>();
        var (x, top, width, height) = (0.0, 0.0, 0.0, 0.0);
        foreach (var reading in readings)
        {
            if (x > 0 && x + Panel([], readings, reading, 0, 0).Width > WidestPicture)
            {
                (x, top) = (0, height + Apart);
            }

            var size = Panel(marks, readings, reading, x, top);
            x += size.Width + Apart;
            (width, height) = (Math.Max(width, x - Apart), Math.Max(height, top + size.Height));
        }

        return new Scene(width, height, title, marks);
    }

    /// <summary>Scenes of one function each, for a page that puts them where there is room.</summary>
    public static IEnumerable<Scene> PartsOf(IReadOnlyList<ActivationReading> readings) => readings.Select(reading =>
    {
        var marks = new List<Mark>();
        var (width, height) = Panel(marks, readings, reading, 0, 0);
        return new Scene(width, height, reading.Sentence, marks);
    });

    private static (double Width, double Height) Panel(
        List<Mark> marks, IReadOnlyList<ActivationReading> all, ActivationReading reading, double x, double y)
    {
        // Below each other, panels begin at one place.
        var left = x + Padding + all.Max(one => PlotFrame.LabelsWidth(one.Lines.Y));
        var isAlone = all.Count == 1;
        var frame = new PlotFrame(
            reading.Lines.X, reading.Lines.Y, left, y + Padding + NameLine, isAlone ? 440 : 210, isAlone ? 210 : 130);
        var end = AddNames(marks, reading, left, y + Padding + NameSize);
        foreach (var range in reading.Saturated.OrderByDescending(range => range.To - range.From).Take(MostRanges))
        {
            var (from, to) = (frame.At(range.From, 0).X, frame.At(range.To, 0).X);
            marks.Add(new BoxMark(Role.Guide, from, frame.Top, Math.Max(1, to - from), frame.Floor - frame.Top));
        }

        marks.AddRange(frame.Grid(reading.Lines.XLabel));
        Role[] roles = [Role.Parameter, Role.Gradient];
        foreach (var (series, role) in roles.Index())
        {
            var runs = reading.Lines.Runs(series, isAlone ? MostPoints : MostPointsOfMany);
            marks.AddRange(runs.Select(run =>
                new PathMark(role, [.. run.Select(point => frame.Of(point.X, point.Y))], 2)));
        }

        if (reading.Peak is { } peak && reading.Lines.Y.Holds(peak.Y))
        {
            var (atX, atY) = frame.At(peak.X, peak.Y);
            marks.Add(new CellsMark(
                Role.Positive, [new Point(atX - (Dot / 2), atY - (Dot / 2))], Dot, CellShape.Disc, Strength: 1));
        }

        return (Math.Max(frame.Right, end) + Padding - x, frame.Floor + 36 + 4 - y);
    }

    /// <summary>Writes what the lines are, and tells where that ends.</summary>
    private static double AddNames(List<Mark> marks, ActivationReading reading, double x, double y)
    {
        const double gap = 12;
        (Role, string, Face)[] texts =
        [
            (Role.Plain, reading.Name, Face.SansBold), (Role.Forward, "f", Face.Sans),
            (Role.Gradient, $"|f′| ≤ {reading.Steepest}", Face.Sans),
        ];
        foreach (var (role, text, face) in texts)
        {
            marks.Add(new TextMark(role, x, y, text, NameSize, face));
            x += TextMetrics.Width(text, NameSize, face) + gap;
        }

        return x - gap;
    }
}
