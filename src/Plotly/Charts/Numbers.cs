namespace NotebookGrad.Charts;

/// <summary>Numbers for plotly.js, which knows neither NaN nor ±∞.</summary>
internal static class Numbers
{
    // Beyond this factor, equal factors tell more than equal differences.
    private const double Wide = 30;

    /// <summary>Numbers with gaps where they are not finite.</summary>
    public static double?[] OrGaps(this IEnumerable<double> values) => [.. values.Select(OrGap)];

    /// <summary>A number, or null where it is not finite.</summary>
    public static double? OrGap(this double value) => double.IsFinite(value) ? value : null;

    /// <summary>The scale for an axis of numbers: logarithmic where they are above zero and far apart.</summary>
    public static AxisScale ScaleOf(IEnumerable<double> values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length > 0 && finite.Min() > 0 && finite.Max() > Wide * finite.Min()
            ? AxisScale.Log
            : AxisScale.Linear;
    }
}
