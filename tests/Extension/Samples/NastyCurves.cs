namespace NotebookGrad.Tests.Samples;

/// <summary>Curves that are hard to draw.</summary>
internal static class NastyCurves
{
    private static readonly double[] Values =
    [
        0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue,
        double.Epsilon, 1e-300, 1e300, 1e16, 1e16 + 2, 0.1, 0.30000000000000004,
    ];

    /// <summary>None, one, two and all numbers, straight and on a log scale; odd axes; too many of everything.</summary>
    public static IEnumerable<Curve> All =>
    [
        new Curve("nothing", "step"),
        new Curve("no numbers", "step", ("a", [])),
        .. Values.SelectMany(Pairs).SelectMany(pair => new[]
        {
            new Curve("pair", "step", ("a", pair)),
            new Curve("pair", "step", ("a", pair)) { LogScale = true },
        }),
        new Curve("all", "step", ("a", Values), ("b", [1])),
        new Curve("all", "step", ("a", Values), ("b", [])) { LogScale = true },
        .. Values.Select(value => new Curve("axis", "x", ("a", [1, 2, 3])) { Start = value, Step = value }),
        new Curve("backwards", "x", ("a", [1, 2, 3])) { Step = -1 },
        new Curve("holes", "x", ("a", [.. Enumerable.Range(0, 5000).Select(i => i % 7 == 0 ? i : double.NaN)])),
        Learning(100_000),
        Many(40),
        Large(),
    ];

    /// <summary>A loss that falls, and jumps about.</summary>
    public static Curve Learning(int steps)
    {
        var random = new Random(1);
        var losses = Enumerable.Range(0, steps).Select(step => (2 / (1 + (20.0 * step / steps))) * (0.5 + random.NextDouble()));
        return new Curve("loss", "step", ("train", losses.ToArray()), ("held out", [1, 0.5, 0.4])) { LogScale = true };
    }

    /// <summary>More series than there are styles.</summary>
    public static Curve Many(int count) => new(
        "many", "x", [.. Enumerable.Range(0, count).Select(i => ($"series of slope {i}", (IReadOnlyList<double>)[0, i]))]);

    /// <summary>Long numbers beside both axes.</summary>
    public static Curve Large() => new("large", "", ("a", [-123456.7, 98765.4])) { Start = 123456, Step = 1000 };

    private static IEnumerable<double[]> Pairs(double value) => Values.Select(other => new[] { value, other }).Append([value]);
}
