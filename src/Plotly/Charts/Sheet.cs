using Plotly.NET.LayoutObjects;
using ChartLayout = Plotly.NET.Layout;
using ChartShape = Plotly.NET.LayoutObjects.Shape;

namespace NotebookGrad.Charts;

/// <summary>Makes a chart of panels below each other.</summary>
internal static class Sheet
{
    private const double Least = 320;
    private const double Apart = 64;
    private const double Margins = 180;

    /// <summary>The chart of some panels, the first at the top.</summary>
    public static GenericChart Of(string title, params IReadOnlyList<Panel> panels)
    {
        var inside = panels.Sum(panel => panel.Height) + (Apart * (panels.Count - 1));
        var layout = new ChartLayout().WithTitle(title).With("height", (int)Math.Max(Least, inside + Margins));
        var top = 0.0;
        foreach (var (index, panel) in panels.Index())
        {
            var number = Number(index);
            var domain = new[] { Math.Max(0, 1 - ((top + panel.Height) / inside)), 1 - (top / inside) };
            layout.With($"xaxis{number}", XAxis(panels, index)).With($"yaxis{number}", YAxis(panel, domain, number));
            foreach (var trace in panel.Traces)
            {
                trace.With("xaxis", $"x{number}").With("yaxis", $"y{number}");
            }

            top += panel.Height + Apart;
        }

        // Beside the first panel that leaves room for it.
        var legend = panels.TakeWhile(panel => panel.HasColourBar).Sum(panel => panel.Height + Apart);
        layout.With("legend", new Legend().With("y", 1 - (legend / inside)).With("yanchor", "top"));
        layout.With("shapes", panels.SelectMany(Bands).ToArray());
        return Chart(panels.SelectMany(panel => panel.Traces), layout);
    }

    /// <summary>The chart of traces in a layout.</summary>
    public static GenericChart Chart(IEnumerable<Trace> traces, ChartLayout layout) =>
        GenericChart.addLayout(layout, GenericChart.ofTraceObjects<IEnumerable<Trace>>(true, traces));

    private static IEnumerable<ChartShape> Bands(Panel panel, int index) => panel.Healthy is not { } band
        ? []
        :
        [
            new ChartShape()
                .With("type", "rect")
                .With("layer", "below")
                .With("xref", $"x{Number(index)} domain")
                .With("x0", 0)
                .With("x1", 1)
                .With("yref", $"y{Number(index)}")
                .With("y0", band.Low)
                .With("y1", band.High)
                .With("fillcolor", Palette.Healthy)
                .With("line", new Line().With("width", 0)),
        ];

    private static LinearAxis XAxis(IReadOnlyList<Panel> panels, int index)
    {
        var panel = panels[index];
        int[] alike = [.. Enumerable.Range(0, panels.Count).Where(one => panels[one].X == panel.X)];
        var axis = Axis(panel.XScale).With("anchor", $"y{Number(index)}");
        if (index != alike[0])
        {
            axis.With("matches", $"x{Number(alike[0])}");
        }

        return index == alike[^1] ? axis.WithTitle(panel.X) : axis.With("showticklabels", false);
    }

    private static LinearAxis YAxis(Panel panel, double[] domain, string number) => Axis(panel.YScale)
        .WithTitle(panel.Y)
        .With("domain", domain)
        .With("anchor", $"x{number}")
        .With("range", panel.YRange)
        .With("autorange", panel.IsTopDown ? "reversed" : null);

    private static LinearAxis Axis(AxisScale scale)
    {
        var axis = new LinearAxis().With("type", scale.ToString().ToLowerInvariant()).With("automargin", true);
        return scale == AxisScale.Log ? axis.With("exponentformat", "power") : axis;
    }

    // Axes are x, x2, x3.
    private static string Number(int index) => index == 0 ? "" : $"{index + 1}";
}
