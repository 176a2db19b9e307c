using NotebookGrad.Exploration;

namespace NotebookGrad.Tests.Samples;

/// <summary>What <c>Explore</c> would never make.</summary>
internal static class Explorations
{
    /// <summary>A function with these values and derivatives.</summary>
    public static ActivationCurve Curve(string name, double[] values, double[] derivatives) =>
        new(name, [.. Enumerable.Range(0, values.Length).Select(i => (double)i)], values, derivatives);

    /// <summary>A plane whose places have classes, and are so sure, by chance; of so many points and classes.</summary>
    public static DecisionBoundary Noise(int side, int points, int classes, string? name = null)
    {
        var random = new Random(1);
        double[] axis = [.. Enumerable.Range(0, side).Select(i => (double)i)];
        Decision Any()
        {
            var probability = random.NextDouble();
            return new(random.Next(-1, classes), Math.Max(probability, 1 - probability), Math.Min(probability, 1 - probability));
        }

        return new(
            axis,
            axis,
            [.. axis.Select(_ => axis.Select(_ => Any()).ToArray())],
            [
                .. Enumerable.Range(0, points).Select(_ => new ClassifiedPoint(
                    side * random.NextDouble(), side * random.NextDouble(), random.Next(classes), random.Next(classes))),
            ],
            [.. Enumerable.Range(0, classes).Select(i => name ?? $"class {i}")]);
    }

    /// <summary>A plane of two classes, where every number is some number.</summary>
    public static DecisionBoundary Plane(double number)
    {
        Decision[] row = [new(0, number, 0), new(1, 0.9, number), new(-1, number, number)];
        return new([0, number, 1], [number, 1, 2], [row, row, row], [new(number, number, 0, 7)], ["a"]);
    }

    /// <summary>Learning rates from 1e-6 on, by a factor each, with these losses and averages.</summary>
    public static LearningRateRange Rates(double factor, bool diverged, params double[] losses) => new(
        [.. losses.Select((_, i) => 1e-6 * Math.Pow(factor, i))], losses, losses, diverged);

    /// <summary>A surface of such losses.</summary>
    public static LossSurface Surface(int side, Func<double, double, double> loss, string directions = "as given")
    {
        double[] axis = [.. Enumerable.Range(0, side).Select(i => i - (side / 2) + 0.0)];
        var way = Enumerable.Range(0, 9).Select(i => new SurfacePoint((i - 8) / 2.0, i % 3));
        return new(axis, axis, [.. axis.Select(y => axis.Select(x => loss(x, y)).ToArray())], [.. way], directions);
    }

    /// <summary>Layers of so many units each; of three, one is dead and one answers all.</summary>
    public static UnitActivity Units(int layers, int units, string name = "layer") => new(
        [
            .. Enumerable.Range(0, layers).Select(layer => new LayerActivity(
                name, [.. Enumerable.Range(0, units).Select(i => i % 3 == 0 ? 0 : i % 3 == 1 ? 1 : (i + layer) % 10 / 10.0)], 200)),
        ]);

    /// <summary>Many functions, each of many numbers that jump about.</summary>
    public static ActivationCurves Many(int count, int numbers)
    {
        double[] Noise(int seed) => [.. Enumerable.Range(0, numbers).Select(i => Math.Sin(seed + (i * i * 0.7)))];
        return new([.. Enumerable.Range(0, count).Select(i => Curve($"function {i}", Noise(i), Noise(i + 1)))]);
    }
}
