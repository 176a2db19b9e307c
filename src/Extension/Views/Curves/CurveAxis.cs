namespace NotebookGrad.Views;

/// <summary>An axis of a plot: which numbers it spans, where each lies on it, which are written beside it.</summary>
internal sealed class CurveAxis
{
    // Beyond this, differences of numbers would not be finite; 0 has no logarithm.
    private const double Largest = 1e300;
    private const double Smallest = 1e-300;
    private const double ZeroIsNear = 0.4;

    private readonly bool isLog;
    private readonly double low;
    private readonly double high;

    private CurveAxis(double low, double high, IReadOnlyList<double> ticks, bool isLog)
    {
        this.isLog = isLog;
        this.low = Scaled(low);
        this.high = Scaled(high);
        Ticks = ticks;
    }

    /// <summary>The numbers to be written beside the axis, in order.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>An axis that begins and ends with its first and last number.</summary>
    public static CurveAxis Exact(double first, double last, int mostTicks)
    {
        var (low, high) = Apart(first, last);
        var step = Step(high - low, mostTicks);
        return new CurveAxis(low, high, Multiples(low, high, step), isLog: false);
    }

    /// <summary>An axis with a little room, from one round number to another; with 0, where that is near.</summary>
    public static CurveAxis Rounded(IEnumerable<double> values, int mostTicks)
    {
        var (low, high) = Ends(values, -Largest, (0, 1));
        (low, high) = Apart(
            low > 0 && low < ZeroIsNear * high ? 0 : low,
            high < 0 && high > ZeroIsNear * low ? 0 : high);
        var step = Step(high - low, mostTicks);
        var (first, last) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        return new CurveAxis(first, last, Multiples(first, last, step), isLog: false);
    }

    /// <summary>An axis on which equal distances are equal factors.</summary>
    public static CurveAxis Logarithmic(IEnumerable<double> values, int mostTicks)
    {
        var (low, high) = Ends(values.Where(value => value > 0), Smallest, (0.1, 10));
        var ticks = RoundNumbers(low, high).ToArray();
        var (first, last) = (ticks[0], ticks[^1]);
        if (ticks.Length > mostTicks)
        {
            ticks = [.. ticks.Where(tick => Math.Abs(Math.Log10(tick) - Math.Round(Math.Log10(tick))) < 1e-9)];
            var stride = (ticks.Length + mostTicks - 1) / mostTicks;
            ticks = [.. ticks.Where((_, index) => index % stride == 0)];
        }

        return new CurveAxis(first, last, ticks, isLog: true);
    }

    /// <summary>Whether a number has a place on the axis.</summary>
    public bool Holds(double value) => double.IsFinite(value) && (!isLog || value > 0);

    /// <summary>Where a number lies: 0 at the axis's beginning, 1 at its end.</summary>
    public double Place(double value) => Math.Clamp((Scaled(value) - low) / (high - low), 0, 1);

    private static (double Low, double High) Ends(
        IEnumerable<double> values, double least, (double Low, double High) otherwise)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return low <= high ? (Math.Clamp(low, least, Largest), Math.Clamp(high, least, Largest)) : otherwise;
    }

    private static (double Low, double High) Apart(double first, double last)
    {
        var low = Math.Clamp(double.IsFinite(first) ? first : 0, -Largest, Largest);
        var high = Math.Clamp(double.IsFinite(last) ? last : low, -Largest, Largest);
        (low, high) = (Math.Min(low, high), Math.Max(low, high));

        // What differs in its last digits only has no round numbers in between.
        var room = Math.Max(Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-9, Smallest);
        return high - low > room ? (low, high) : (low - Room(low), high + Room(high));
    }

    private static double Room(double value) => Math.Abs(value) < Smallest * 1000 ? 1 : Math.Abs(value) / 10;

    private static double Step(double length, int mostTicks)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(length / mostTicks)));
        return new[] { 1, 2, 5 }.Select(factor => factor * power)
            .FirstOrDefault(step => length / step <= mostTicks, 10 * power);
    }

    private static double[] Multiples(double low, double high, double step)
    {
        var (first, last) = (Math.Ceiling((low / step) - 1e-6), Math.Floor((high / step) + 1e-6));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => (first + index) * step)];
    }

    /// <summary>1, 2, 5, 10, 20, … from the last not above the lowest to the first not below the highest.</summary>
    private static IEnumerable<double> RoundNumbers(double low, double high)
    {
        var power = (int)Math.Floor(Math.Log10(low));
        var all = Enumerable.Range(power, (int)Math.Ceiling(Math.Log10(high)) - power + 2)
            .SelectMany(exponent => new[] { 1, 2, 5 }.Select(factor => factor * Math.Pow(10, exponent)))
            .ToArray();
        var first = Math.Max(0, Array.FindLastIndex(all, tick => tick <= low * (1 + 1e-9)));
        var last = Array.FindIndex(all, tick => tick >= high * (1 - 1e-9));
        return all[first..(Math.Max(last, first + 1) + 1)];
    }

    private double Scaled(double value) => isLog ? Math.Log10(value) : value;
}
