namespace NotebookGrad.Charts;

/// <summary>Numbers over equal steps.</summary>
internal static class CurveChart
{
    /// <summary>The chart of a curve.</summary>
    public static GenericChart Of(Curve curve) => Sheet.Of(
        curve.Title,
        new Panel(curve.XLabel, curve.Title, [.. curve.Series.Select((series, index) => Traces.Line(
            series.Name,
            Palette.Kind(index),
            series.Values.Select((_, place) => curve.Start + (place * curve.Step)),
            series.Values))])
        {
            YScale = curve.LogScale ? AxisScale.Log : AxisScale.Linear,
            Height = 320,
        });
}
