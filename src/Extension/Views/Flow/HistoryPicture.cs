using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws how gradients flowed over the steps: a map of layers, then loss, norm, cosine and noise below each other on
/// the same axis of steps.
/// </summary>
internal sealed class HistoryPicture
{
    private const double Padding = 14;
    private const double Width = 384;
    private const double AxisRoom = 46;
    private const double LabelGap = 8;
    private const double PanelHeight = 62;
    private const double Apart = 14;
    private const double MapHeight = 260;
    private const double LeastRow = 6;
    private const double MostRow = 20;
    private const double LabelLine = 12;
    private const double StepLines = 40;
    private const double Legend = 10;
    private const int MostColumns = 96;
    private const int MostTicks = 4;
    private const int MostSteps = 6;

    private readonly FlowReading reading;
    private readonly CurveAxis steps;
    private readonly double left;
    private readonly List<Mark> marks = [];
    private double bottom = Padding;

    private HistoryPicture(FlowReading reading)
    {
        this.reading = reading;
        steps = StepLine.Steps(reading.Flow.Moments, MostSteps);
        var labels = reading.Rows.Select(row => PlotFrame.Width(row.Label)).DefaultIfEmpty(0).Max();
        left = Math.Ceiling(Padding + Math.Max(AxisRoom, labels) + LabelGap);
    }

    /// <summary>The scene of a flow that has moments.</summary>
    public static Scene Of(FlowReading reading, string title)
    {
        var picture = new HistoryPicture(reading);
        picture.AddMap();
        FlowSeries[] all = [.. FlowSeries.All(reading.Flow.Moments).Where(one => one.Line.IsKnown)];
        foreach (var quantity in all)
        {
            picture.AddPanel(quantity, isLast: ReferenceEquals(quantity, all[^1]));
        }

        return new Scene(picture.left + Width + Padding + 8, picture.bottom, title, picture.marks);
    }

    private void AddMap()
    {
        var map = new StepMap(reading, MostColumns);
        marks.AddRange(PanelTitle.Of(left, bottom, (Role.Gradient, "mean |∇|")));
        AddLegend(map);
        bottom += PanelTitle.Height;
        var pitch = Math.Clamp(Math.Floor(MapHeight / Math.Max(1, map.Rows.Count)), LeastRow, MostRow);
        var strips = map.Rows.SelectMany((row, index) => Strips(map, row, bottom + ((index + 0.5) * pitch)))
            .GroupBy(strip => strip.Look, strip => strip.Strip)
            .OrderBy(look => look.Key);
        marks.AddRange(strips.Select(look => Strip(look.Key, [.. look], pitch - 1)));
        var end = double.NegativeInfinity;
        foreach (var (index, row) in reading.Rows.Index())
        {
            var y = bottom + ((index + 0.5) * pitch) + 4;
            if (y >= end + LabelLine)
            {
                marks.Add(PlotFrame.Label(left - LabelGap, y, row.Label, TextAlign.End));
                end = y;
            }
        }

        bottom += (map.Rows.Count * pitch) + Apart;
    }

    /// <summary>The strips of a row, neighbours of one look together.</summary>
    private IEnumerable<((MapKind Kind, int Level) Look, Strip Strip)> Strips(StepMap map, MapCell[] row, double y)
    {
        var pitch = Width / row.Length;
        for (int start = 0, end; start < row.Length; start = end)
        {
            var look = Look(row[start]);
            end = start + 1;
            while (end < row.Length && Look(row[end]) == look)
            {
                end++;
            }

            if (look.Kind != MapKind.None)
            {
                yield return (look, new Strip(left + (start * pitch), y, (end - start) * pitch));
            }
        }

        (MapKind Kind, int Level) Look(MapCell cell) =>
            (cell.Kind, cell.Kind == MapKind.Size ? map.Level(cell.Size) : 0);
    }

    /// <summary>Shades for sizes, a thin line for zero, a broad dark one for what is not finite.</summary>
    private static StripsMark Strip((MapKind Kind, int Level) look, IReadOnlyList<Strip> strips, double breadth) =>
        look.Kind switch
        {
            MapKind.Size => new(Role.Positive, strips, breadth, (double)look.Level / StepMap.Levels),
            MapKind.Zero => new(Role.Mute, strips, 1.5),
            _ => new(Role.Warning, strips, breadth / 2),
        };

    private void AddLegend(StepMap map)
    {
        var kinds = map.Rows.SelectMany(row => row).Select(cell => cell.Kind).ToHashSet();
        var x = left + Width;
        foreach (var (kind, word) in new[] { (MapKind.NotFinite, "NaN or ∞"), (MapKind.Zero, "zero") })
        {
            if (kinds.Contains(kind))
            {
                Write(word);
                Sign((kind, 0), 2 * Legend);
                x -= LabelGap;
            }
        }

        if (kinds.Contains(MapKind.Size))
        {
            var (low, high) = map.Range;
            Write(NumberText.Short(high));
            for (var level = StepMap.Levels; level > 0; level--)
            {
                Sign((MapKind.Size, level), Legend);
            }

            x -= 4;
            Write(NumberText.Short(low));
        }

        void Write(string word)
        {
            marks.Add(PlotFrame.Label(x, bottom + 9, word, TextAlign.End));
            x -= PlotFrame.Width(word) + 4;
        }

        void Sign((MapKind Kind, int Level) look, double length)
        {
            x -= length;
            marks.Add(Strip(look, [new Strip(x, bottom + 5, length)], Legend));
        }
    }

    private void AddPanel(FlowSeries quantity, bool isLast)
    {
        marks.AddRange(PanelTitle.Of(left, bottom, [(quantity.Role, quantity.Name), (Role.Mute, quantity.Note)]));
        bottom += PanelTitle.Height - 4;
        var axis = quantity.Axis(MostTicks);
        var frame = new PlotFrame(steps, axis, left, bottom, Width, PanelHeight);
        marks.AddRange(isLast ? frame.Grid("step") : frame.Levels());
        marks.AddRange(quantity.Other?.Draw(frame, axis, Role.Warning, dashed: true) ?? []);
        marks.AddRange(quantity.Line.Draw(frame, axis, quantity.Role == Role.Plain ? Role.Parameter : quantity.Role));
        marks.AddRange(quantity.IsAlwaysKnown ? quantity.Line.Breaks(frame) : []);
        bottom = frame.Floor + (isLast ? StepLines : Apart);
    }
}
