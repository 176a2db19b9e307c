using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws losses over learning rates: each step thin, their average thick, and the rates that matter.</summary>
internal static class RangePicture
{
    private const double Padding = 14;
    private const double Width = 460;
    private const double Height = 240;
    private const double Dot = 8;
    private const double Sample = 22;
    private const double LineGap = 5;

    // Of more points than the picture has pixels, some tell as much.
    private const int MostPoints = 800;

    /// <summary>The scene of a range of learning rates.</summary>
    public static Scene Of(RangeReading reading, string title)
    {
        var frame = new PlotFrame(
            reading.Rates, reading.Losses, Padding + PlotFrame.LabelsWidth(reading.Losses), Padding, Width, Height);
        List<Mark> marks = [.. frame.Grid("learning rate")];
        var legend = new PlotLegend(frame.Left, frame.Right, frame.Floor + 54);
        marks.AddRange(Lines(frame, reading.Steps, Role.Mute, 1));
        marks.AddRange(Lines(frame, reading.Averages, Role.Parameter, 2.2));
        legend.Add((x, y) => Sampled(Role.Parameter, 2.2, x, y), Sample, "loss, average");
        legend.Add((x, y) => Sampled(Role.Mute, 1, x, y), Sample, "each step");
        if (reading.Suggested is { } suggested)
        {
            marks.Add(Upright(frame, suggested, isDashed: false));
            marks.Add(Cell(frame.At(suggested, reading.LossAtSuggested), CellShape.Square));
            legend.Add((x, y) => Cell(new Point(x + (Dot / 2), y), CellShape.Square), Dot,
                $"suggested {RangeReading.Rate(suggested)}");
        }

        if (reading.Best is { } best)
        {
            marks.Add(Cell(frame.At(best.Rate, best.Loss), CellShape.Diamond));
            legend.Add((x, y) => Cell(new Point(x + (Dot / 2), y), CellShape.Diamond), Dot,
                $"least {RangeReading.Rate(best.Rate)}");
        }

        if (reading.DivergedAt is { } end)
        {
            marks.Add(Upright(frame, end, isDashed: true));
            legend.Add(
                (x, y) => new PathMark(Role.Warning, [new Point(x + 2, y - LineGap), new Point(x + 2, y + LineGap)], 1.4,
                    Dashed: true),
                4,
                $"diverges {RangeReading.Rate(end)}");
        }

        marks.AddRange(legend.Marks);
        return new Scene(Math.Max(frame.Right + 12, legend.Right) + Padding, legend.LastRow + 18, title, marks);
    }

    private static IEnumerable<Mark> Lines(
        PlotFrame frame, IEnumerable<IReadOnlyList<(double Rate, double Loss)>> runs, Role role, double width)
    {
        var all = runs.ToArray();
        var step = (all.Sum(run => run.Count) / MostPoints) + 1;
        return all.Where((_, index) => index % step == 0).Select(run => new PathMark(
            role, [.. run.Where((_, index) => index % step == 0).Select(at => frame.At(at.Rate, at.Loss))], width));
    }

    private static PathMark Upright(PlotFrame frame, double rate, bool isDashed)
    {
        var x = frame.At(rate, 0).X;
        return new PathMark(Role.Warning, [new Point(x, frame.Top), new Point(x, frame.Floor)], 1.2, Dashed: isDashed);
    }

    private static PathMark Sampled(Role role, double width, double x, double y) =>
        new(role, [new Point(x, y), new Point(x + Sample, y)], width);

    private static CellsMark Cell(Point middle, CellShape shape) => new(
        Role.Warning, [new Point(middle.X - (Dot / 2), middle.Y - (Dot / 2))], Dot, shape, Strength: 1);
}
