using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws histograms behind each other, the oldest at the back; a panel a layer.</summary>
internal static class RidgePicture
{
    private const double Padding = 7;
    private const double BinWidth = 3.5;
    private const double Width = BinWidth * RidgeReading.Bins;
    private const double TitleLine = 16;
    private const double RidgeHeight = 26;
    private const double Apart = 9;
    private const double LabelLine = 18;
    private const double PanelWidth = Width + (2 * Padding);
    private const int Across = 5;

    /// <summary>The panels side by side, and below each other where there is no room.</summary>
    public static Scene Of(IReadOnlyList<RidgeReading> layers, Role role, string title)
    {
        var marks = new List<Mark>();
        var (x, y, right, bottom) = (0.0, 0.0, PanelWidth, 0.0);
        foreach (var row in layers.Chunk(Across))
        {
            foreach (var layer in row)
            {
                marks.AddRange(Panel(layer, role, x, y));
                x += PanelWidth;
                bottom = Math.Max(bottom, y + Height(layer));
            }

            (x, y, right) = (0, bottom, Math.Max(right, x));
        }

        return new Scene(right, bottom, title, marks);
    }

    /// <summary>A panel as a scene of its own, for a page that puts it where there is room.</summary>
    public static Scene Of(RidgeReading layer, Role role, string title) =>
        new(PanelWidth, Height(layer), title, [.. Panel(layer, role, 0, 0)]);

    private static double Height(RidgeReading layer) =>
        Padding + TitleLine + RidgeHeight + (Apart * Math.Max(0, layer.Ridges.Count - 1)) + LabelLine + Padding;

    private static IEnumerable<Mark> Panel(RidgeReading layer, Role role, double x, double y)
    {
        var (left, middle, right) = (x + Padding, x + Padding + (Width / 2), x + Padding + Width);
        yield return PlotFrame.Label(left, y + Padding + 10, layer.Label, TextAlign.Start, Role.Plain);
        var floor = y + Padding + TitleLine + RidgeHeight;
        if (layer.Ridges.Count == 0)
        {
            yield return PlotFrame.Label(left, floor, "nothing known", TextAlign.Start);
            yield break;
        }

        foreach (var (_, heights) in layer.Ridges)
        {
            yield return new RidgeMark(role, [.. Ridge(heights, left, floor)]);
            floor += Apart;
        }

        floor -= Apart;
        yield return new PathMark(Role.Mute, [new Point(middle, floor), new Point(middle, floor + 4)], 1);
        yield return PlotFrame.Label(middle, floor + 15, "0", TextAlign.Middle);
        if (layer.Extent > 0)
        {
            yield return PlotFrame.Label(left, floor + 15, NumberText.Short(-layer.Extent), TextAlign.Start);
            yield return PlotFrame.Label(right, floor + 15, NumberText.Short(layer.Extent), TextAlign.End);
        }
    }

    private static IEnumerable<Point> Ridge(IReadOnlyList<double> heights, double left, double floor)
    {
        yield return new Point(left, floor);
        foreach (var (bin, height) in heights.Index())
        {
            yield return new Point(left + ((bin + 0.5) * BinWidth), floor - (height * RidgeHeight));
        }

        yield return new Point(left + Width, floor);
    }
}
