using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws a loss as a map: the deeper, the bluer, with lines at the levels and their numbers, the weights as they are,
/// and the way that they have come.
/// </summary>
internal static class SurfacePicture
{
    private const double Padding = 14;
    private const double NameLine = 12;
    private const double LabelGap = 8;
    private const double Width = 400;
    private const double Height = 340;
    private const double Dot = 9;
    private const double Sign = 7;
    private const double Sample = 22;
    private const int MostSigns = 250;

    // So many layers lie over each other in the deepest place.
    private const double Deepest = 0.75;

    /// <summary>The scene of a surface.</summary>
    public static Scene Of(SurfaceReading reading, string title)
    {
        var frame = new PlotFrame(
            reading.X, reading.Y, Padding + PlotFrame.LabelsWidth(reading.Y), Padding + NameLine, Width, Height);
        List<Mark> marks = [.. frame.Grid("first direction"), .. Levels(reading, frame)];
        marks.Add(PlotFrame.Label(frame.Left, frame.Top - LabelGap, "second direction", TextAlign.Start));
        marks.Add(Cells(CellShape.Cross, Sign, Places(double.IsNaN)));
        marks.Add(Cells(CellShape.Bow, Sign, Places(double.IsInfinity)));
        Point[] path = [.. reading.Path.Select(at => frame.At(at.X, at.Y))];
        if (path.Length > 1)
        {
            marks.Add(new PathMark(Role.Warning, path, 1.6));
            marks.Add(Cells(CellShape.Disc, 4, path));
        }

        if (reading.Lowest is { } lowest)
        {
            marks.Add(Cells(CellShape.Diamond, Dot, [frame.At(lowest.X, lowest.Y)]));
        }

        var here = frame.At(0, 0);
        marks.Add(Cells(CellShape.Disc, Dot + 3, [here]) with { Role = Role.Halo });
        marks.Add(Cells(CellShape.Disc, Dot, [here]));
        var legend = Legend(reading, frame, path.Length > 1);
        marks.AddRange(legend.Marks);
        return new Scene(Math.Max(frame.Right, legend.Right) + Padding, legend.LastRow + 18, title, marks);

        Point[] Places(Func<double, bool> which)
        {
            Point[] all = [.. reading.Places(which).Select(at => frame.At(at.X, at.Y))];
            return [.. all.Where((_, index) => index % ((all.Length / MostSigns) + 1) == 0)];
        }
    }

    private static IEnumerable<Mark> Levels(SurfaceReading reading, PlotFrame frame)
    {
        var strength = 1 - Math.Pow(1 - Deepest, 1.0 / Math.Max(1, reading.Levels.Count));
        var taken = new List<Point>();
        var texts = new List<Mark>();
        foreach (var level in reading.Levels)
        {
            var rings = reading.Below(level);
            yield return new AreaMark(Role.Kind1, [.. rings.Select(ring => ring.Select(Placed).ToArray())], strength);
            foreach (var line in Contours.Lines(rings))
            {
                Point[] drawn = [.. line.Select(at => frame.Of(at.X, at.Y))];
                yield return new PathMark(Role.Mute, drawn, 0.8);
                texts.AddRange(Number(frame, drawn, NumberText.Of(level), taken));
            }
        }

        foreach (var text in texts)
        {
            yield return text;
        }

        Point Placed(ContourPoint point) => frame.Of(point.Place.X, point.Place.Y);
    }

    /// <summary>A level's number where its line has room for it, away from others.</summary>
    private static IEnumerable<Mark> Number(PlotFrame frame, Point[] line, string text, List<Point> taken)
    {
        const double apart = 44, height = 14;
        var half = (PlotFrame.Width(text) / 2) + 3;
        var place = line.Cast<Point?>().FirstOrDefault(at => at is { } point
            && point.X > frame.Left + half && point.X < frame.Right - half
            && point.Y > frame.Top + height && point.Y < frame.Floor - height
            && !taken.Exists(other => Math.Abs(other.X - point.X) < apart && Math.Abs(other.Y - point.Y) < height + 4));
        if (line.Length < 6 || place is not { } found)
        {
            yield break;
        }

        taken.Add(found);
        yield return new BoxMark(
            Role.Operation, found.X - half, found.Y - (height / 2), 2 * half, height, Radius: 4, Strength: 0.85);
        yield return PlotFrame.Label(found.X, found.Y + 4, text, TextAlign.Middle, Role.Plain);
    }

    private static PlotLegend Legend(SurfaceReading reading, PlotFrame frame, bool hasPath)
    {
        var legend = new PlotLegend(frame.Left, frame.Right, frame.Floor + 54);
        legend.Add((x, y) => Cells(CellShape.Disc, Dot, [new Point(x + (Dot / 2), y)]), Dot, "the weights as they are");
        if (reading.Lowest is not null)
        {
            legend.Add((x, y) => Cells(CellShape.Diamond, Dot, [new Point(x + (Dot / 2), y)]), Dot, "least loss");
        }

        if (hasPath)
        {
            legend.Add(
                (x, y) => new PathMark(Role.Warning, [new Point(x, y), new Point(x + Sample, y)], 1.6), Sample, "the way");
        }

        if (reading.Places(double.IsNaN).Any())
        {
            legend.Add((x, y) => Cells(CellShape.Cross, Sign, [new Point(x + (Sign / 2), y)]), Sign, "NaN");
        }

        if (reading.Places(double.IsInfinity).Any())
        {
            legend.Add((x, y) => Cells(CellShape.Bow, Sign, [new Point(x + (Sign / 2), y)]), Sign, "∞");
        }

        return legend;
    }

    private static CellsMark Cells(CellShape shape, double side, IEnumerable<Point> middles) => new(
        Role.Warning, [.. middles.Select(at => new Point(at.X - (side / 2), at.Y - (side / 2)))], side, shape, Strength: 1);
}
