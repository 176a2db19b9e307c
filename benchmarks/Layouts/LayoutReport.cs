using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>What was found out about layouts, as a table for people and as JSON for programs.</summary>
internal sealed class LayoutReport
{
    private const string Columns =
        "{0,-36} {1,6} {2,6} {3,9} {4,9} {5,9} {6,6} {7,6} {8,6} {9,8} {10,8} {11,8} {12,9} {13,9} {14,9}";

    private const string LoadFile = "/proc/loadavg";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<LayoutRow> rows = [];
    private readonly List<PictureRow> pictures = [];

    /// <summary>Writes which programs are compared, and the table's head.</summary>
    public static void Begin()
    {
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");
        if (File.Exists(LoadFile))
        {
            Console.WriteLine($"load of the last minute: {File.ReadAllText(LoadFile).Split(' ')[0]}");
        }

        foreach (var lack in LayoutComparison.Lacking)
        {
            Console.WriteLine($"left out: {lack}");
        }

        Console.WriteLine(
            "Three columns each: ours, dot, dagre. Areas in millions of square points; dot's time is its process's.");
        Console.WriteLine();
        string[] kinds = ["crossings", "ovrlap", "area", "ms"];
        Write(["graph", "nodes", "edges", .. kinds.SelectMany(kind => new[] { kind, "dot", "dagre" })]);
    }

    /// <summary>Adds a graph to the table.</summary>
    public void Add(LayoutRow row)
    {
        rows.Add(row);
        Write(row.Graph, [row]);
    }

    /// <summary>Adds the time of a whole picture.</summary>
    public void Add(PictureRow row)
    {
        if (pictures.Count == 0)
        {
            Console.WriteLine();
            Console.WriteLine("{0,-36} {1,6} {2,12} {3,12} {4,9}", "picture", "nodes", "snapshot ms", "HTML ms", "KB");
        }

        pictures.Add(row);
        Console.WriteLine(
            "{0,-36} {1,6} {2,12} {3,12} {4,9}",
            row.Graph, row.Nodes, Text(row.SnapshotMilliseconds), Text(row.HtmlMilliseconds), Text(row.Kilobytes));
    }

    /// <summary>Writes the sums, over the graphs that all have drawn, and both ratios.</summary>
    public void End()
    {
        LayoutRow[] drawn = [.. rows.Where(row => row.Figures.All(figures => figures is not null))];
        if (drawn.Length > 0)
        {
            Console.WriteLine();
            Write($"sum of {drawn.Length}", drawn);
        }

        Ratio("dot", 1.05, row => row.Dot);
        Ratio("dagre", 1, row => row.Dagre);
    }

    /// <summary>Writes everything to a JSON file.</summary>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(
        new { Runtime = RuntimeInformation.FrameworkDescription, Graphs = rows, Pictures = pictures }, Indented));

    private void Ratio(string name, double aim, Func<LayoutRow, LayoutFigures?> peer)
    {
        var pairs = rows.Where(row => peer(row) is not null).Select(row => (row.Ours, Theirs: peer(row)!)).ToArray();
        if (pairs.Length == 0)
        {
            return;
        }

        var (ours, theirs) = (pairs.Sum(pair => pair.Ours.Crossings), pairs.Sum(pair => pair.Theirs.Crossings));
        var fewer = pairs.Count(pair => pair.Ours.Crossings < pair.Theirs.Crossings);
        var more = pairs.Count(pair => pair.Ours.Crossings > pair.Theirs.Crossings);
        var slower = pairs.Count(pair => pair.Ours.Milliseconds > pair.Theirs.Milliseconds);
        Console.WriteLine(
            $"crossings to {name}'s: {Text((double)ours / Math.Max(theirs, 1))} (aim ≤ {Text(aim)}) over "
            + $"{pairs.Length} graphs, fewer in {fewer}, more in {more}; slower in {slower}");
    }

    // What a program has not drawn counts as nothing where it is added up, and is a dash where it stands alone.
    private static void Write(string graph, IReadOnlyList<LayoutRow> summed)
    {
        Write(
        [
            graph,
            Whole(summed.Sum(row => row.Nodes)),
            Whole(summed.Sum(row => row.Edges)),
            .. Cells(figures => figures.Crossings, Whole),
            .. Cells(figures => figures.Overlaps.Total, Whole),
            .. Cells(figures => figures.Area, Text),
            .. Cells(figures => figures.Milliseconds, Text),
        ]);

        IEnumerable<string> Cells(Func<LayoutFigures, double> number, Func<double, string> write) =>
            Enumerable.Range(0, 3).Select(program =>
                summed.Select(row => row.Figures[program]).OfType<LayoutFigures>().Select(number).ToArray()
                    is { Length: > 0 } numbers ? write(numbers.Sum()) : "–");
    }

    private static void Write(object[] cells) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Columns, cells).TrimEnd());

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(double number) =>
        number.ToString(number >= 100 ? "N0" : number >= 10 ? "0.0" : "0.0#", CultureInfo.InvariantCulture);
}
