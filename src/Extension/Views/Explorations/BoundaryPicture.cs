using NotebookGrad.Exploration;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws a classifier's decisions: the plane in the colours of the classes, stronger where it is surer, the points over
/// it, and crosses over those that it gets wrong.
/// </summary>
internal static class BoundaryPicture
{
    private const double Padding = 14;
    private const double Width = 400;
    private const double Height = 320;
    private const double Dot = 7;
    private const double Cross = 10;
    private const double Layer = 0.16;
    private const int MostPoints = 300;
    private const int MostWrong = 100;
    private const int MostNames = 12;

    /// <summary>The scene of a classifier's decisions.</summary>
    public static Scene Of(BoundaryReading reading, string title)
    {
        var frame = new PlotFrame(
            reading.X, reading.Y, Padding + PlotFrame.LabelsWidth(reading.Y), Padding, Width, Height);
        List<Mark> marks = [.. frame.Grid(), .. Regions(reading, frame), .. Points(reading, frame)];
        var legend = new PlotLegend(frame.Left, frame.Right, frame.Floor + 38);
        foreach (var one in reading.Seen.Take(MostNames))
        {
            legend.Add((x, y) => Sign(one, [new Point(x + (Dot / 2), y)]), Dot, reading.NameOf(one));
        }

        if (reading.Seen.Count > MostNames)
        {
            legend.Add((_, _) => Sign(0, []), 0, $"{NumberText.Count(reading.Seen.Count - MostNames)} more");
        }

        if (reading.Wrong > 0)
        {
            legend.Add((x, y) => Crosses([new Point(x + (Cross / 2), y)]), Cross, "wrong");
        }

        marks.AddRange(legend.Marks);
        return new Scene(Math.Max(frame.Right, legend.Right) + Padding, legend.LastRow + 18, title, marks);
    }

    private static IEnumerable<Mark> Regions(BoundaryReading reading, PlotFrame frame)
    {
        foreach (var one in reading.Seen)
        {
            foreach (var region in reading.Layers(one))
            {
                if (region.Count > 0)
                {
                    yield return new AreaMark(
                        KindSigns.Colour(one),
                        [.. region.Select(ring => ring.Select(point => frame.Of(point.Place.X, point.Place.Y)).ToArray())],
                        Layer);
                }
            }
        }

        // The last class is bounded by all others.
        foreach (var one in reading.Seen.SkipLast(1))
        {
            foreach (var line in Contours.Lines(reading.Region(one)))
            {
                yield return new PathMark(Role.Mute, [.. line.Select(point => frame.Of(point.X, point.Y))], 1.5);
            }
        }
    }

    private static IEnumerable<Mark> Points(BoundaryReading reading, PlotFrame frame)
    {
        var points = reading.Points(_ => true, MostPoints).ToArray();
        yield return Cells(Role.Halo, CellShape.Disc, Dot + 3, points.Select(Place));
        foreach (var ofOneClass in points.GroupBy(point => point.Label).OrderBy(group => group.Key))
        {
            yield return Sign(ofOneClass.Key, ofOneClass.Select(Place));
        }

        yield return Crosses(reading.Points(point => !point.IsRight, MostWrong).Select(Place));

        Point Place(ClassifiedPoint point) => frame.At(point.X, point.Y);
    }

    private static CellsMark Sign(int one, IEnumerable<Point> middles) =>
        Cells(KindSigns.Colour(one), KindSigns.Shape(one), Dot, middles);

    private static CellsMark Crosses(IEnumerable<Point> middles) =>
        Cells(Role.Warning, CellShape.Cross, Cross, middles);

    private static CellsMark Cells(Role role, CellShape shape, double side, IEnumerable<Point> middles) => new(
        role, [.. middles.Select(at => new Point(at.X - (side / 2), at.Y - (side / 2)))], side, shape, Strength: 1);
}
