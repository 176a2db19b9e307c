using NotebookGrad.Exploration;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Draws units, a cell each: the bluer, the more inputs it answers; a cross where it answers none.</summary>
internal static class ActivityPicture
{
    private const double Padding = 14;
    private const double Side = 12;
    private const double Gap = 2;
    private const double NameLine = 18;
    private const double Apart = 12;
    private const double NameSize = 12;
    private const int CellsInRow = 32;
    private const int MostCells = 1600;
    private const int MostInLayer = 256;

    // As many shades as an eye tells apart.
    private const int Steps = 5;

    /// <summary>The most layers that are drawn.</summary>
    public const int MostLayers = 24;

    /// <summary>The scene of some layers.</summary>
    public static Scene Of(UnitActivity activity, string title)
    {
        var layers = activity.Layers.Take(MostLayers).ToArray();
        var most = Math.Clamp(MostCells / Math.Max(1, layers.Length), CellsInRow, MostInLayer);
        var marks = new List<Mark>();
        var (y, width) = (Padding, CellsInRow * (Side + Gap));
        foreach (var layer in layers)
        {
            var drawn = layer.Active.Take(most).ToArray();
            var rest = layer.Active.Count - drawn.Length;
            var name = $"{PlainName.Of(layer.Name) ?? "layer"}: {ActivityWords.Dead(layer)}"
                + (rest > 0 ? $", {NumberText.Count(drawn.Length)} drawn" : "");
            marks.Add(new TextMark(Role.Plain, Padding, y + NameSize, name, NameSize));
            width = Math.Max(width, TextMetrics.Width(name, NameSize, Face.Sans));
            y += NameLine;
            marks.AddRange(Cells(drawn, y));
            y += (((drawn.Length + CellsInRow - 1) / CellsInRow) * (Side + Gap)) + Apart;
        }

        return new Scene(width + (2 * Padding), y, title, marks);
    }

    private static IEnumerable<Mark> Cells(double[] active, double top) => active.Index()
        .GroupBy(unit => Step(unit.Item), unit => Place(unit.Index, top))
        .OrderBy(alike => alike.Key)
        .Select(alike => alike.Key == 0
            ? new CellsMark(
                Role.Warning, [.. alike.Select(at => new Point(at.X + 2, at.Y + 2))], Side - 4, CellShape.Cross, Strength: 1)
            : new CellsMark(Role.Negative, [.. alike], Side, CellShape.Square, (double)alike.Key / Steps));

    private static int Step(double share) => share > 0 ? Math.Clamp((int)Math.Ceiling(Steps * share), 1, Steps) : 0;

    private static Point Place(int unit, double top) => new(
        Padding + ((unit % CellsInRow) * (Side + Gap)), top + ((unit / CellsInRow) * (Side + Gap)));
}
