using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws a tensor: its elements as numbers, as a line or as heat maps slice by slice, beside them its gradient in the
/// same places on a scale of its own, and the distribution.
/// </summary>
internal sealed class TensorPicture
{
    private const double Padding = 12;
    private const double Apart = 28;
    private const double SlicesApart = 14;
    private const double WidestPanel = 300;
    private const double WidestPicture = 820;
    private const double TitleSize = 12;
    private const double TitleLine = 20;
    private const double PlaceSize = 10.5;
    private const double PlaceLine = 15;
    private const double MapSide = 260;
    private const double SliceSide = 64;
    private const double SmallestCell = 9;
    private const double LargestCell = 20;

    private readonly TensorSnapshot tensor;
    private readonly string type;

    private TensorPicture(TensorSnapshot tensor, string title) =>
        (this.tensor, type) = (tensor, $"{title}, {ValueText.Type(tensor.DType, tensor.Shape)}");

    private delegate (double Width, double Height) Panel(List<Mark> marks, double x, double y);

    /// <summary>The scene of a tensor: its panels side by side, and below each other where there is no room.</summary>
    public static Scene Of(TensorSnapshot tensor, string title)
    {
        var picture = new TensorPicture(tensor, title);
        var marks = new List<Mark>();
        var (right, top, width, height) = (0.0, Padding, 0.0, 0.0);
        foreach (var (_, panel) in picture.Panels())
        {
            var x = right == 0 ? Padding : right + Apart;
            if (right > 0 && x + panel([], 0, 0).Width > WidestPicture)
            {
                (x, top) = (Padding, height + Apart);
            }

            var size = panel(marks, x, top);
            right = x + size.Width;
            (width, height) = (Math.Max(width, right), Math.Max(height, top + size.Height));
        }

        return picture.Framed("Elements", width, height, marks);
    }

    /// <summary>Its panels as scenes of their own, for a page that puts them where there is room.</summary>
    public static IEnumerable<Scene> PartsOf(TensorSnapshot tensor, string title)
    {
        var picture = new TensorPicture(tensor, title);
        foreach (var (word, panel) in picture.Panels())
        {
            var marks = new List<Mark>();
            var (width, height) = panel(marks, Padding, Padding);
            yield return picture.Framed(word, Padding + width, Padding + height, marks);
        }
    }

    private IEnumerable<(string Word, Panel Panel)> Panels()
    {
        if (TensorGrid.ShowsElements(tensor))
        {
            yield return ("Elements", Elements(tensor.Map, Role.Forward, tensor.GradientMap is null ? "" : "values"));
        }

        if (tensor.GradientMap is { } gradient)
        {
            yield return ("Gradient", Elements(gradient, Role.Gradient, "∇ gradient"));
        }

        if (TensorGrid.ShowsHistogram(tensor))
        {
            yield return ("Distribution", (marks, x, y) => HistogramPanel.Add(marks, tensor, x, y));
        }
    }

    private Scene Framed(string word, double right, double bottom, List<Mark> marks) =>
        new(right + Padding, bottom + Padding, $"{word} of tensor {type}", marks);

    private Panel Elements(ElementMap map, Role role, string title) => (marks, x, y) =>
    {
        var isHeat = !TensorGrid.ShowsNumbers(tensor) && !TensorGrid.ShowsLine(tensor);
        var isScaled = isHeat && (tensor.DType != DType.Bool || map.IsReduced);
        var scale = isScaled ? $"full colour {TensorGrid.Full(tensor, map)}" : "";
        var (titleWidth, titleHeight) = AddTitle(marks, role, title, scale, x, y + TitleSize);
        var size = TensorGrid.ShowsLine(tensor)
            ? LinePanel.Add(marks, map, role == Role.Forward ? Role.Parameter : role, x, y + titleHeight)
            : Slices(marks, map, isHeat, x, y + titleHeight);
        return (Math.Max(titleWidth, size.Width), titleHeight + size.Height);
    };

    private static (double Width, double Height) AddTitle(
        List<Mark> marks, Role role, string title, string scale, double x, double baseline)
    {
        var (end, gap) = (x, title.Length > 0 ? 10 : 0);
        if (title.Length > 0)
        {
            marks.Add(new TextMark(role, x, baseline, title, TitleSize, Face.SansBold));
            end = x + TextMetrics.Width(title, TitleSize, Face.SansBold);
        }

        if (scale.Length > 0)
        {
            marks.Add(new TextMark(Role.Mute, end + gap, baseline, scale, PlaceSize));
            end = end + gap + TextMetrics.Width(scale, PlaceSize, Face.Sans);
        }

        return (end - x, end > x ? TitleLine : 0);
    }

    /// <summary>Draws the slices in rows, each under the place where it lies.</summary>
    private (double Width, double Height) Slices(List<Mark> marks, ElementMap map, bool isHeat, double x, double y)
    {
        var heat = new HeatPanel(TensorGrid.Largest(map), CellSide(map));
        var (left, upper, widest, lowest) = (x, y, 0.0, 0.0);
        foreach (var slice in map.Slices)
        {
            var place = TensorGrid.Place(slice);
            var placeLine = place.Length > 0 ? PlaceLine : 0;
            var breadth = Math.Max(
                TextMetrics.Width(place, PlaceSize, Face.Mono), SliceWidth(map, slice, isHeat));
            if (left > x && left + breadth > x + WidestPanel)
            {
                (left, upper) = (x, y + lowest + SlicesApart);
            }

            if (place.Length > 0)
            {
                marks.Add(new TextMark(Role.Mute, left, upper + PlaceSize, place, PlaceSize, Face.Mono));
            }

            var size = isHeat
                ? heat.Add(slice, left, upper + placeLine)
                : NumbersPanel.Add(marks, tensor, map, slice, left, upper + placeLine);
            widest = Math.Max(widest, left + breadth - x);
            lowest = Math.Max(lowest, upper + placeLine + size.Height - y);
            left += breadth + SlicesApart;
        }

        marks.AddRange(heat.Draw());
        return (widest, lowest);
    }

    private double SliceWidth(ElementMap map, ElementSlice slice, bool isHeat) =>
        slice.Blocks.Select(row => row.Count).DefaultIfEmpty(0).Max()
            * (isHeat ? CellSide(map) : NumbersPanel.CellWidth(tensor, map));

    private static double CellSide(ElementMap map)
    {
        var longest = map.Slices.SelectMany(slice => slice.Blocks.Select(row => row.Count).Append(slice.Blocks.Count))
            .DefaultIfEmpty(1)
            .Max();
        var room = map.Slices.Count > 1 ? SliceSide : MapSide;
        return Math.Clamp(Math.Floor(room / Math.Max(1, longest)), SmallestCell, LargestCell);
    }
}
