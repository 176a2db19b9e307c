using Plotly.NET.LayoutObjects;
using ChartLayout = Plotly.NET.Layout;

namespace NotebookGrad.Charts;

/// <summary>Makes a chart of surfaces and lines in space.</summary>
internal static class Space
{
    private const int Height = 640;

    /// <summary>The chart of some traces over axes that show this.</summary>
    public static GenericChart Of(
        string title, string x, string y, string z, AxisScale zScale, IReadOnlyList<Trace3D> traces)
    {
        var scene = new Scene()
            .With("xaxis", new LinearAxis().WithTitle(x))
            .With("yaxis", new LinearAxis().WithTitle(y))
            .With("camera", new Camera().With("eye", new CameraEye().With("x", 1.7).With("y", 1.7).With("z", 1.1)))
            .With("zaxis", new LinearAxis()
                .WithTitle(z)
                .With("type", zScale.ToString().ToLowerInvariant())
                .With("dtick", zScale == AxisScale.Log ? 1 : null));
        return Sheet.Chart(traces, new ChartLayout().WithTitle(title).With("height", Height).With("scene", scene));
    }

    /// <summary>A surface: heights row by row over places, which may be a row for all or one each.</summary>
    public static Trace3D Surface(string name, object x, object y, IEnumerable<IEnumerable<double>> rows) =>
        new Trace3D("surface")
            .With("name", Properties.Text(name))
            .With("x", x)
            .With("y", y)
            .With("z", rows.Select(row => row.OrGaps()).ToArray());

    /// <summary>Places in space, joined by a line.</summary>
    public static Trace3D Line(
        string name, string colour, IEnumerable<double> x, IEnumerable<double> y, IEnumerable<double> z) =>
        new Trace3D("scatter3d")
            .With("name", Properties.Text(name))
            .With("mode", "lines+markers")
            .With("x", x.OrGaps())
            .With("y", y.OrGaps())
            .With("z", z.OrGaps())
            .With("line", new Line().With("color", colour))
            .With("marker", new Marker().With("color", colour).With("size", 4));
}
