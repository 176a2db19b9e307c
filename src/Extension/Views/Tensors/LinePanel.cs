using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws a vector as a line over its indices; a shade tells the range of neighbours that are joined.</summary>
internal static class LinePanel
{
    private const double Width = 290;
    private const double Height = 96;
    private const double LabelSize = 11;
    private const double CrossSide = 6;

    /// <summary>Draws a vector from a corner on and tells its size.</summary>
    public static (double Width, double Height) Add(List<Mark> marks, ElementMap map, Role role, double x, double y)
    {
        if (map.Slices.Count == 0 || map.Slices[0].Blocks.Count == 0)
        {
            return (0, 0);
        }

        var blocks = map.Slices[0].Blocks[0];
        var range = new LineRange(map.Slices[0]);
        string[] ends = [NumberText.Short(range.High), NumberText.Short(range.Low)];
        var left = x + ends.Max(end => TextMetrics.Width(end, LabelSize, Face.Sans)) + 8;
        var floor = y + Height;
        AddAxes(marks, range, ends, left, y);
        var step = Width / Math.Max(1, blocks.Count - 1);
        foreach (var run in Runs(blocks))
        {
            if (map.IsReduced)
            {
                var shade = run.SelectMany(index => new[]
                {
                    At(index, blocks[index].Minimum), At(index, blocks[index].Maximum),
                });
                marks.Add(new PathMark(Role.Guide, [.. shade], step + 0.5));
            }

            Point[] means = [.. run.Select(index => At(index, blocks[index].Mean))];
            var (first, isDot) = (means[0], means.Length == 1);
            Point[] dot = [first with { X = first.X - 1.5 }, first with { X = first.X + 1.5 }];
            marks.Add(new PathMark(role, isDot ? dot : means, isDot ? 3 : 1.4));
        }

        AddNotFinite(marks, blocks, index => left + (index * step), y);
        marks.Add(Label(left, floor + 15, TextAlign.Start, "[0]"));
        marks.Add(Label(left + Width, floor + 15, TextAlign.End, $"[{map.Columns - 1}]"));
        return (left + Width - x, Height + 20);

        Point At(int index, double value) => new(left + (index * step), y + ((1 - range.Place(value)) * Height));
    }

    private static void AddAxes(List<Mark> marks, LineRange range, string[] ends, double left, double top)
    {
        var floor = top + Height;
        marks.Add(new PathMark(Role.Guide, [new Point(left, top), new Point(left + Width, top)], 1));
        marks.Add(new PathMark(Role.Guide, [new Point(left, floor), new Point(left + Width, floor)], 1));
        marks.Add(Label(left - 6, top + 8, TextAlign.End, ends[0]));
        if (range.High > range.Low)
        {
            marks.Add(Label(left - 6, floor, TextAlign.End, ends[1]));
        }

        if (range.SpansZero)
        {
            var zero = top + ((1 - range.Place(0)) * Height);
            marks.Add(new PathMark(Role.Mute, [new Point(left, zero), new Point(left + Width, zero)], 1, Dashed: true));
            if (zero > top + 22 && zero < floor - 14)
            {
                marks.Add(Label(left - 6, zero + 4, TextAlign.End, "0"));
            }
        }
    }

    private static void AddNotFinite(
        List<Mark> marks, IReadOnlyList<ElementBlock> blocks, Func<int, double> across, double top)
    {
        foreach (var (shape, isThere) in new (CellShape, Func<double, bool>)[]
            { (CellShape.Cross, double.IsNaN), (CellShape.Bow, double.IsInfinity) })
        {
            Point[] places = [.. Enumerable.Range(0, blocks.Count)
                .Where(index => isThere(blocks[index].Mean))
                .Select(index => new Point(across(index) - (CrossSide / 2), top + ((Height - CrossSide) / 2)))];
            if (places.Length > 0)
            {
                marks.Add(new CellsMark(Role.Warning, places, CrossSide, shape, 1));
            }
        }
    }

    /// <summary>The indices of neighbours without a gap between them.</summary>
    private static IEnumerable<IReadOnlyList<int>> Runs(IReadOnlyList<ElementBlock> blocks)
    {
        var run = new List<int>();
        for (var index = 0; index <= blocks.Count; index++)
        {
            if (index < blocks.Count && double.IsFinite(blocks[index].Mean))
            {
                run.Add(index);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
    }

    private static TextMark Label(double x, double y, TextAlign align, string text) =>
        new(Role.Mute, x, y, text, LabelSize, Face.Sans, align);
}
