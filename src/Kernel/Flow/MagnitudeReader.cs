using MathNet.Numerics.Statistics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Makes sizes of what was read from tensors, and joins those of some moments.</summary>
internal static class MagnitudeReader
{
    // Bins beyond what a ridge of a few hundred pixels shows.
    private const int MostBins = 48;

    /// <summary>The sizes of a tensor's elements.</summary>
    public static Magnitudes Of(Tensor tensor) => Of([Reading.Of(tensor)])!;

    /// <summary>The sizes of the elements of several tensors together; null of none.</summary>
    public static Magnitudes? Of(IReadOnlyList<Reading> readings)
    {
        if (readings.Count == 0)
        {
            return null;
        }

        var chosen = Thinned(readings);
        var moments = readings.Select(one => one.Moments).ToArray();
        var (low, high) = (double.NaN, double.NaN);
        var (count, squares, sizes, finite, least) = (0L, 0.0, 0.0, 0L, double.NaN);
        foreach (var (reading, one) in readings.Zip(moments))
        {
            (low, high) = (double.MinNumber(low, one.Minimum), double.MaxNumber(high, one.Maximum));
            var its = reading.Count - one.NaNs - one.Infinities;
            (count, finite) = (count + reading.Count, finite + its);
            squares += one.Norm * one.Norm;
            sizes += its > 0 ? one.MeanSize * its : 0;
            least = double.MinNumber(least, one.LeastSize);
        }

        return new(
            count,
            moments.Sum(one => one.Zeros),
            moments.Sum(one => one.NaNs),
            moments.Sum(one => one.Infinities),
            least,
            ArrayStatistics.MedianInplace(Array.ConvertAll(Array.FindAll(chosen, double.IsFinite), Math.Abs)),
            sizes / finite,
            Math.Max(Math.Abs(low), Math.Abs(high)),
            moments.Length == 1 ? moments[0].Norm : Math.Sqrt(squares),
            HistogramInspector.Count(chosen, low, high, isWhole: false, MostBins));
    }

    /// <summary>Those of two moments together, the earlier one first; of one, where the other is missing.</summary>
    public static Magnitudes? Join(Magnitudes? a, Magnitudes? b)
    {
        if (a is null || b is null)
        {
            return a ?? b;
        }

        double finiteA = a.Count - a.NaNs - a.Infinities, finiteB = b.Count - b.NaNs - b.Infinities;
        return new(
            a.Count + b.Count,
            a.Zeros + b.Zeros,
            a.NaNs + b.NaNs,
            a.Infinities + b.Infinities,
            double.MinNumber(a.Minimum, b.Minimum),
            Mean(a.Median, b.Median, 1, 1),
            Mean(a.Mean, b.Mean, finiteA, finiteB),
            double.MaxNumber(a.Maximum, b.Maximum),
            Math.Sqrt(Mean(a.Norm * a.Norm, b.Norm * b.Norm, 1, 1)),
            b.Histogram);
    }

    /// <summary>The mean of two numbers with weights; of one, where the other is NaN.</summary>
    public static double Mean(double a, double b, double weightA, double weightB) =>
        double.IsNaN(a) ? b : double.IsNaN(b) ? a : ((a * weightA) + (b * weightB)) / (weightA + weightB);

    // Each tensor has its part, as the calls of a recurrent network have.
    private static double[] Thinned(IReadOnlyList<Reading> readings)
    {
        if (readings.Count == 1)
        {
            return readings[0].Chosen;
        }

        double[] all = [.. readings.SelectMany(reading => reading.Chosen)];
        return all.Length <= Magnitudes.Chosen
            ? all
            : [.. Enumerable.Range(0, Magnitudes.Chosen).Select(i => all[(int)((long)i * all.Length / Magnitudes.Chosen)])];
    }
}
