namespace NotebookGrad.Charts;

/// <summary>The kinds of traces that charts are made of.</summary>
internal static class Traces
{
    /// <summary>Numbers over others, joined by a line; NaN and ±∞ leave gaps.</summary>
    public static Trace2D Line(
        string name, string colour, IEnumerable<double> x, IEnumerable<double> y, string? dash = null) =>
        Scatter(name, "lines", x.OrGaps(), y).With("line", new Line().With("color", colour).With("dash", dash));

    /// <summary>A number for each name, with a mark each and joined by a line.</summary>
    public static Trace2D Line(string name, string colour, IEnumerable<string> x, IEnumerable<double> y) =>
        Scatter(name, "lines+markers", Names(x), y)
            .With("line", new Line().With("color", colour))
            .With("marker", new Marker().With("color", colour));

    /// <summary>A mark for each number; of one symbol, or one each.</summary>
    public static Trace2D Marks(string name, string colour, object symbol, object x, IEnumerable<double> y) =>
        Scatter(name, "markers", x, y)
            .With("marker", new Marker().With("color", colour).With("symbol", symbol).With("size", 9));

    /// <summary>A bar for each number.</summary>
    public static Trace2D Bars(string name, string colour, object x, IEnumerable<double> y) =>
        new Trace2D("bar")
            .With("name", Properties.Text(name))
            .With("x", x)
            .With("y", y.OrGaps())
            .With("marker", new Marker().With("color", colour));

    /// <summary>A matrix in colours, row by row.</summary>
    public static Trace2D Map(string name, object x, object y, IEnumerable<IEnumerable<double>> rows) =>
        new Trace2D("heatmap")
            .With("name", Properties.Text(name))
            .With("x", x)
            .With("y", y)
            .With("z", rows.Select(row => row.OrGaps()).ToArray());

    /// <summary>A scale of colours beside the first panel, which is so high.</summary>
    public static ColorBar ColourBar(double height) => new ColorBar()
        .With("lenmode", "pixels")
        .With("len", height)
        .With("y", 1)
        .With("yanchor", "top");

    /// <summary>Names for an axis.</summary>
    public static string[] Names(IEnumerable<string> names) => [.. names.Select(Properties.Text)];

    private static Trace2D Scatter(string name, string mode, object x, IEnumerable<double> y) =>
        new Trace2D("scatter")
            .With("name", Properties.Text(name))
            .With("mode", mode)
            .With("x", x)
            .With("y", y.OrGaps());
}
