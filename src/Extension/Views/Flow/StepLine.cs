using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A number over the steps of a training.</summary>
/// <param name="moments">When it was seen.</param>
/// <param name="value">What it was.</param>
internal sealed class StepLine(IReadOnlyList<FlowMoment> moments, Func<FlowMoment, double> value)
{
    private const double CrossSide = 7;

    private const double WideRange = 30;

    private readonly (double Step, double Value)[] points =
        [.. moments.Select(moment => (Middle(moment), value(moment)))];

    /// <summary>Its finite numbers.</summary>
    public IEnumerable<double> Values => points.Select(point => point.Value).Where(double.IsFinite);

    /// <summary>The last of all its numbers, finite or not.</summary>
    public double Last => points[^1].Value;

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsKnown => Values.Any();

    /// <summary>The axis of the steps; there are none between two steps.</summary>
    public static CurveAxis Steps(IReadOnlyList<FlowMoment> moments, int mostTicks)
    {
        double first = moments[0].FirstStep, last = moments[^1].LastStep;
        return CurveAxis.Exact(first, last, (int)Math.Clamp(last - first, 1, mostTicks));
    }

    /// <summary>An axis for finite numbers: logarithmic where they are above zero and far apart.</summary>
    public static CurveAxis Axis(int mostTicks, IReadOnlyList<double> values) => IsWide(values)
        ? CurveAxis.Logarithmic(values, mostTicks)
        : CurveAxis.Rounded(values, mostTicks);

    /// <summary>Whether numbers are so far apart that equal factors tell more than equal differences.</summary>
    public static bool IsWide(IReadOnlyList<double> values) =>
        values.Count > 0 && values.Min() > 0 && values.Max() / values.Min() > WideRange;

    /// <summary>The line in a frame whose vertical axis is this.</summary>
    public IEnumerable<Mark> Draw(PlotFrame frame, CurveAxis axis, Role role, bool dashed = false)
    {
        foreach (var run in Runs(point => axis.Holds(point.Value)))
        {
            Point[] way = [.. run.Select(point => frame.At(point.Step, point.Value))];

            // A point alone is a line without length, which nobody would see.
            yield return way.Length > 1
                ? new PathMark(role, way, 1.5, Dashed: dashed)
                : new PathMark(role, [way[0] with { X = way[0].X - 2 }, way[0] with { X = way[0].X + 2 }], 4);
        }
    }

    /// <summary>At the upper side, where numbers begin to be NaN or ±∞ that should not.</summary>
    public IEnumerable<Mark> Breaks(PlotFrame frame)
    {
        foreach (var run in Runs(point => !double.IsFinite(point.Value)))
        {
            var shape = double.IsNaN(run[0].Value) ? CellShape.Cross : CellShape.Bow;
            Point corner = new(frame.At(run[0].Step, 0).X - (CrossSide / 2), frame.Top - (CrossSide / 2));
            yield return new CellsMark(Role.Warning, [corner], CrossSide, shape, 1);
        }
    }

    /// <summary>Neighbours of which something holds.</summary>
    private IEnumerable<IReadOnlyList<(double Step, double Value)>> Runs(Func<(double Step, double Value), bool> holds)
    {
        var run = new List<(double Step, double Value)>();
        foreach (var point in points)
        {
            if (holds(point))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static double Middle(FlowMoment moment) => (moment.FirstStep / 2.0) + (moment.LastStep / 2.0);
}
