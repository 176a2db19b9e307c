using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>The area of a plot: where numbers lie on it, and the grid with the numbers along both axes.</summary>
/// <param name="horizontal">The axis to the right.</param>
/// <param name="vertical">The axis upwards.</param>
/// <param name="left">The area's left side.</param>
/// <param name="top">Its upper side.</param>
/// <param name="width">From its left to its right side.</param>
/// <param name="height">From its upper to its lower side.</param>
internal sealed class PlotFrame(
    CurveAxis horizontal, CurveAxis vertical, double left, double top, double width, double height)
{
    /// <summary>The size of the letters beside an axis.</summary>
    public const double LabelSize = 11;

    private const double LabelGap = 8;

    /// <summary>The area's left side.</summary>
    public double Left => left;

    /// <summary>Its right side.</summary>
    public double Right => left + width;

    /// <summary>Its upper side.</summary>
    public double Top => top;

    /// <summary>Its lower side.</summary>
    public double Floor => top + height;

    /// <summary>The room that the numbers beside a vertical axis take.</summary>
    public static double LabelsWidth(CurveAxis axis) =>
        axis.Ticks.Select(tick => Width(NumberText.Of(tick))).DefaultIfEmpty(0).Max() + LabelGap;

    /// <summary>Where numbers on the axes lie.</summary>
    public Point At(double x, double y) => Of(horizontal.Place(x), vertical.Place(y));

    /// <summary>Where shares of the axes lie.</summary>
    public Point Of(double x, double y) => new(left + (x * width), Floor - (y * height));

    /// <summary>The grid, the numbers beside it and what the horizontal axis is called, where it has a name.</summary>
    public IEnumerable<Mark> Grid(string xLabel = "")
    {
        foreach (var mark in Levels())
        {
            yield return mark;
        }

        var end = double.NegativeInfinity;
        foreach (var tick in horizontal.Ticks)
        {
            var (x, text) = (Of(horizontal.Place(tick), 0).X, NumberText.Of(tick));
            yield return new PathMark(Role.Mute, [new Point(x, Floor), new Point(x, Floor + 4)], 1);
            if (x - (Width(text) / 2) > end + LabelGap)
            {
                end = x + (Width(text) / 2);
                yield return Label(x, Floor + 16, text, TextAlign.Middle);
            }
        }

        if (xLabel.Length > 0)
        {
            yield return Label(left + (width / 2), Floor + 32, xLabel, TextAlign.Middle);
        }
    }

    /// <summary>The lines of the grid across, with the numbers at their left, and the floor.</summary>
    public IEnumerable<Mark> Levels()
    {
        foreach (var tick in vertical.Ticks)
        {
            var y = Of(0, vertical.Place(tick)).Y;
            yield return new PathMark(Role.Guide, [new Point(left, y), new Point(Right, y)], 1);
            yield return Label(left - LabelGap, y + 4, NumberText.Of(tick), TextAlign.End);
        }

        yield return new PathMark(Role.Mute, [new Point(left, Floor), new Point(Right, Floor)], 1);
    }

    /// <summary>A text in the letters of an axis.</summary>
    public static TextMark Label(double x, double y, string text, TextAlign align, Role role = Role.Mute) =>
        new(role, x, y, text, LabelSize, Face.Sans, align);

    /// <summary>The width of such a text.</summary>
    public static double Width(string text) => TextMetrics.Width(text, LabelSize, Face.Sans);
}
