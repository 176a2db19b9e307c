using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Statistics of given and of random numbers.</summary>
internal static class Summaries
{
    public static ValueSummary Of(params double[] values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        var mean = finite.Length == 0 ? double.NaN : finite.Average();
        return new ValueSummary(
            values.Length,
            mean,
            finite.Length == 0 ? double.NaN : Math.Sqrt(finite.Average(value => (value - mean) * (value - mean))),
            finite.Length == 0 ? double.NaN : finite.Min(),
            finite.Length == 0 ? double.NaN : finite.Max(),
            Math.Sqrt(finite.Sum(value => value * value)),
            values.Count(value => value == 0),
            values.Count(double.IsNaN),
            values.Count(double.IsInfinity),
            [.. values.Take(ValueSummary.FirstCount)]);
    }

    public static ValueSummary Random(int[] shape, int seed, double scale = 1) => Of(Numbers(shape, seed, scale));

    /// <summary>Numbers spread about zero; the same for the same seed.</summary>
    public static double[] Numbers(int[] shape, int seed, double scale = 1)
    {
        var random = new Random(seed);
        var count = shape.Aggregate(1, (product, length) => product * length);
        return [.. Enumerable.Range(0, count).Select(_ =>
            scale * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))];
    }
}
