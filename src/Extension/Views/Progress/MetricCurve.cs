using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A quantity over steps, in words and with an axis for its numbers.</summary>
internal sealed class MetricCurve
{
    private const int MostTicks = 4;

    // Beyond this a curve on a plain axis lies on its floor.
    private const double WideRange = 100;

    public MetricCurve(ProgressMetric metric, int index, string noun)
    {
        Points = [.. metric.Points.Where(point => double.IsFinite(point.Minimum + point.Mean + point.Maximum))];
        var numbers = Points.SelectMany(point => new[] { point.Minimum, point.Maximum }).ToArray();
        var isWide = numbers.Length > 0 && numbers.Min() > 0 && numbers.Max() > WideRange * numbers.Min();
        Name = PlainName.Of(metric.Name) ?? $"metric {index + 1}";
        Last = NumberText.Of(metric.Last);
        Y = isWide ? CurveAxis.Logarithmic(numbers, MostTicks) : CurveAxis.Rounded(numbers, MostTicks);
        Note = isWide ? "log scale" : "";
        Warning = metric.NotFinite == 0 ? ""
            : $"not finite {NumberText.Count(metric.NotFinite)}×, first at {noun} "
                + NumberText.Count(metric.FirstNotFinite);
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>The last number.</summary>
    public string Last { get; }

    /// <summary>How its axis is, where that is unusual; or empty.</summary>
    public string Note { get; }

    /// <summary>How many of its numbers are not finite, and since when; or empty.</summary>
    public string Warning { get; }

    /// <summary>The axis of its numbers.</summary>
    public CurveAxis Y { get; }

    /// <summary>Its finite numbers.</summary>
    public IReadOnlyList<ProgressPoint> Points { get; }

    /// <summary>All of it, in a line.</summary>
    public string Words
    {
        get
        {
            var range = Points.Count < 2 ? ""
                : $", from {NumberText.Of(Points[0].Mean)}, least {NumberText.Of(Points.Min(point => point.Minimum))}, "
                    + $"greatest {NumberText.Of(Points.Max(point => point.Maximum))}";
            return $"{Name} {Last}{range}{(Warning.Length > 0 ? $", {Warning}" : "")}";
        }
    }
}
