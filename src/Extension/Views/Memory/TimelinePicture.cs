using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws memory over time: a bar a moment, forward left and backward right of a dashed line, from below leaves, what
/// the graph alone keeps, and gradients.
/// </summary>
internal sealed class TimelinePicture
{
    private const double Padding = 14;
    private const double LegendHeight = 24;
    private const double Head = 40;
    private const double Height = 190;
    private const double Breadth = 416;
    private const double WidestBar = 44;
    private const double LabelSize = 11;
    private const double NameSize = 12;
    private const int MostTicks = 5;
    private const double Apart = 10;

    private readonly TimelineReading reading;
    private readonly List<Mark> marks = [];
    private readonly CurveAxis axis;
    private readonly double left;
    private readonly double pitch;
    private readonly double floor = Padding + LegendHeight + Head + Height;

    private TimelinePicture(TimelineReading reading)
    {
        this.reading = reading;
        axis = CurveAxis.Exact(0, Math.Max(1, reading.Peak?.Most.TotalBytes ?? 1), MostTicks);
        left = Padding + axis.Ticks.Max(tick => Width(Size(tick), LabelSize)) + 8;
        pitch = Math.Min(WidestBar, Breadth / Math.Max(1, reading.Bars.Count));
    }

    private double Right => left + Breadth;

    /// <summary>The scene of a timeline that has bars.</summary>
    public static Scene Of(TimelineReading reading) => new TimelinePicture(reading).Draw();

    private Scene Draw()
    {
        AddLegend();
        AddGrid();
        foreach (var (index, bar) in reading.Bars.Index())
        {
            AddBar(bar, left + (index * pitch));
        }

        AddPhases();
        AddLabels();
        return new Scene(Right + Padding, floor + 24, $"{reading.Title}: {reading.Summary}", marks);
    }

    private void AddLegend()
    {
        var x = Padding;
        foreach (var (role, text) in new[]
        {
            (Role.Parameter, "kept parameters and data"), (Role.Forward, "kept by the graph alone"),
            (Role.Gradient, "gradients"),
        })
        {
            marks.Add(new BoxMark(role, x, Padding, 12, 12));
            marks.Add(Text(Role.Plain, x + 17, Padding + 10, text, NameSize));
            x += 17 + TextMetrics.Width(text, NameSize, Face.Sans) + 16;
        }
    }

    private void AddGrid()
    {
        foreach (var tick in axis.Ticks)
        {
            var y = Y(tick);
            marks.Add(new PathMark(tick == 0 ? Role.Mute : Role.Guide, [new Point(left, y), new Point(Right, y)], 1));
            marks.Add(Text(Role.Mute, left - 8, y + 4, Size(tick), LabelSize, TextAlign.End));
        }
    }

    // A line of ground stays between two parts, so that they are told apart in print, too.
    private void AddBar(TimelineBar bar, double x)
    {
        var parts = new List<Mark>();
        var below = 0.0;
        var gap = pitch > 4 ? 1 : 0;
        foreach (var (role, bytes) in new[]
        {
            (Role.Parameter, bar.Most.LeafBytes), (Role.Forward, bar.Most.SavedBytes),
            (Role.Gradient, bar.Most.GradientBytes),
        })
        {
            var (top, bottom) = (Y(below + bytes), Y(below));
            if (bottom - top > 1)
            {
                parts.Add(new BoxMark(role, x + gap, top + 1, pitch - (2 * gap), bottom - top - 1));
            }

            below += bytes;
        }

        marks.Add(new GroupMark(Role.Plain, bar.Words, parts));
    }

    private void AddPhases()
    {
        var end = 0.0;
        foreach (var phase in reading.Bars.Index().GroupBy(bar => bar.Item.Phase))
        {
            var (first, last) = (left + (phase.First().Index * pitch), left + ((phase.Last().Index + 1) * pitch));
            if (first > left)
            {
                Point[] line = [new Point(first, floor - Height), new Point(first, floor + 6)];
                marks.Add(new PathMark(Role.Mute, line, 1, Dashed: true));
            }

            var (role, word) = phase.Key switch
            {
                MemoryPhase.Forward => (Role.Forward, "forward →"),
                MemoryPhase.Backward => (Role.Gradient, "← backward"),
                _ => (Role.Mute, "after"),
            };

            // A word may be wider than what it stands below, and then gives way to the one before.
            var width = TextMetrics.Width(word, NameSize, Face.Sans);
            var start = Math.Max(end, ((first + last) / 2) - (width / 2));
            marks.Add(Text(role, start, floor + 16, word, NameSize));
            end = start + width + Apart;
        }
    }

    private void AddLabels()
    {
        var taken = new List<Point>();
        foreach (var (index, bar) in reading.Bars.Index().OrderByDescending(bar => bar.Item.NewlyKept))
        {
            var (x, y) = (left + ((index + 0.5) * pitch), Y(bar.Most.TotalBytes));
            if (bar.IsPeak)
            {
                var peak = $"▼ peak {NumberText.Bytes(bar.Most.TotalBytes)}: {bar.When}";
                marks.Add(Text(
                    Role.Plain, Start(x, peak), floor - Height - 20, peak, LabelSize, face: Face.SansBold));
                marks.Add(new PathMark(Role.Warning, [new Point(x, floor - Height - 15), new Point(x, y - 1)], 1.4));
            }
            else if (reading.TopKeepers.Contains(bar))
            {
                // To the left, where less is kept than here.
                var text = $"{bar.Operation} {bar.Change}";
                var width = Width(text, LabelSize);
                var start = Math.Max(left, x + (pitch / 2) - width);
                var covered = reading.Bars.Where((_, other) => left + (other * pitch) < start + width)
                    .Max(other => other.Most.TotalBytes);
                if (Y(covered) > y - 2
                    && !taken.Exists(at => Math.Abs(at.X - start) < width && Math.Abs(at.Y - y) < LabelSize))
                {
                    marks.Add(Text(Role.Mute, start, y - 5, text, LabelSize));
                    taken.Add(new Point(start, y));
                }
            }
        }
    }

    private double Start(double middle, string text) =>
        Math.Max(left, Math.Min(middle - (Width(text, LabelSize) / 2), Right - Width(text, LabelSize)));

    private double Y(double bytes) => floor - (axis.Place(bytes) * Height);

    private static string Size(double bytes) => NumberText.Size((long)Math.Min(bytes, long.MaxValue));

    private static double Width(string text, double size) => TextMetrics.Width(text, size, Face.SansBold);

    private static TextMark Text(
        Role role,
        double x,
        double y,
        string text,
        double size,
        TextAlign align = TextAlign.Start,
        Face face = Face.Sans) => new(role, x, y, text, size, face, align);
}
