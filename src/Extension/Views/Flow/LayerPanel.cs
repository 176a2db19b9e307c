using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A panel with a column a layer: draws numbers of layers over each other in one frame.</summary>
/// <param name="frame">The area.</param>
/// <param name="axis">Its axis upwards.</param>
/// <param name="layers">How many columns there are.</param>
internal sealed class LayerPanel(PlotFrame frame, CurveAxis axis, int layers)
{
    private const double WidestBar = 10;
    private const double Dot = 7;

    private readonly double pitch = (frame.Right - frame.Left) / Math.Max(1, layers);

    /// <summary>The middle of a layer's column.</summary>
    public double Middle(int layer) => frame.Left + ((layer + 0.5) * pitch);

    /// <summary>
    /// Sizes of tensors: a bar from the least to the greatest, a dash for the median, means as points of one line; and
    /// what has no place on a log axis.
    /// </summary>
    public IEnumerable<Mark> Sizes(IReadOnlyList<Magnitudes?> sizes, Role line, Role area, CellShape shape)
    {
        var breadth = Math.Clamp(pitch * 0.4, 2, WidestBar);
        foreach (var (layer, one) in sizes.Index().Where(pair => pair.Item is { Minimum: > 0, Maximum: > 0 }))
        {
            var (x, top, floor) = (Middle(layer), At(layer, one!.Maximum).Y, At(layer, one.Minimum).Y);
            var height = Math.Max(1, floor - top);
            yield return new BoxMark(area, x - (breadth / 2), top, breadth, height, breadth / 2, Strength: 0.3);
        }

        foreach (var (layer, one) in sizes.Index().Where(pair => pair.Item is { Median: > 0 }))
        {
            var (x, y) = At(layer, one!.Median);
            var half = (breadth / 2) + 2;
            yield return new PathMark(line, [new Point(x - half, y), new Point(x + half, y)], 1.4);
        }

        double[] means = [.. sizes.Select(one => one?.Mean ?? double.NaN)];
        Mark[] marks =
        [
            .. Line(means, line, shape, 1.6),
            .. Signs("–", Where(sizes, one => one is null)),
            .. Signs("0", Where(sizes, one => one is { Count: > 0, IsFinite: true, Mean: 0 })),
            .. Above(CellShape.Cross, Where(sizes, one => one is { NaNs: > 0 })),
            .. Above(CellShape.Bow, Where(sizes, one => one is { NaNs: 0, Infinities: > 0 })),
        ];
        foreach (var mark in marks)
        {
            yield return mark;
        }
    }

    /// <summary>Numbers as points, neighbours joined.</summary>
    public IEnumerable<Mark> Line(IReadOnlyList<double> values, Role role, CellShape shape, double breadth)
    {
        var run = new List<Point>();
        for (var layer = 0; layer <= values.Count; layer++)
        {
            if (layer < values.Count && axis.Holds(values[layer]))
            {
                run.Add(At(layer, values[layer]));
                continue;
            }

            if (run.Count > 1)
            {
                yield return new PathMark(role, run, breadth);
            }

            run = [];
        }

        foreach (var mark in Cells(role, shape, Where(values, axis.Holds).Select(layer => At(layer, values[layer]))))
        {
            yield return mark;
        }
    }

    /// <summary>What has no place on a log axis, told at the floor.</summary>
    public IEnumerable<Mark> Signs(string sign, IEnumerable<int> of) => of.Select(layer =>
        PlotFrame.Label(Middle(layer), frame.Floor - 3, sign, TextAlign.Middle, Role.Plain));

    /// <summary>Shares in percent as bars, several series side by side.</summary>
    public IEnumerable<Mark> Bars(IReadOnlyList<(Role Role, IReadOnlyList<double> Shares)> series)
    {
        var breadth = Math.Min(WidestBar, (pitch - 2) / series.Count);
        foreach (var (number, (role, shares)) in series.Index())
        {
            var aside = (number - ((series.Count - 1) / 2.0)) * breadth;
            var tops = Where(shares, share => share > 0).Select(layer => At(layer, 100 * shares[layer]))
                .Select(top => new Point(top.X + aside, Math.Min(top.Y, frame.Floor - 1)));
            yield return new BarsMark(role, [.. tops], frame.Floor, Math.Max(1, breadth - 1));
        }
    }

    /// <summary>The layers of which something holds.</summary>
    public static IEnumerable<int> Where<T>(IReadOnlyList<T> all, Func<T, bool> holds) =>
        Enumerable.Range(0, all.Count).Where(layer => holds(all[layer]));

    private Point At(int layer, double value) => new(Middle(layer), frame.At(0, value).Y);

    private IEnumerable<Mark> Above(CellShape shape, IEnumerable<int> of) =>
        Cells(Role.Warning, shape, of.Select(layer => new Point(Middle(layer), frame.Top)));

    private IEnumerable<Mark> Cells(Role role, CellShape shape, IEnumerable<Point> middles)
    {
        var side = Math.Clamp(pitch - 2, 2, Dot);
        Point[] corners = [.. middles.Select(at => new Point(at.X - (side / 2), at.Y - (side / 2)))];
        return corners.Length > 0 ? [new CellsMark(role, corners, side, shape, 1)] : [];
    }
}
