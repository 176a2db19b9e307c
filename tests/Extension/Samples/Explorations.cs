using NotebookGrad.Exploration;

namespace NotebookGrad.Tests.Samples;

/// <summary>What <c>Explore</c> would never make.</summary>
internal static class Explorations
{
    /// <summary>A function with these values and derivatives.</summary>
    public static ActivationCurve Curve(string name, double[] values, double[] derivatives) =>
        new(name, [.. Enumerable.Range(0, values.Length).Select(i => (double)i)], values, derivatives);

    /// <summary>Many functions, each of many numbers that jump about.</summary>
    public static ActivationCurves Many(int count, int numbers)
    {
        double[] Noise(int seed) => [.. Enumerable.Range(0, numbers).Select(i => Math.Sin(seed + (i * i * 0.7)))];
        return new([.. Enumerable.Range(0, count).Select(i => Curve($"function {i}", Noise(i), Noise(i + 1)))]);
    }
}
