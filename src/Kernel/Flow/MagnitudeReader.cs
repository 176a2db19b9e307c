using MathNet.Numerics.Statistics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Reads the sizes of tensors' elements, and joins those of some moments.</summary>
internal static class MagnitudeReader
{
    // As many as the chosen elements fill.
    private const int MostBins = 32;

    /// <summary>The sizes of a tensor's elements.</summary>
    public static Magnitudes Of(Tensor tensor, Moments moments) => Of([tensor], [moments])!;

    /// <summary>The sizes of the elements of several tensors together; null of none.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="moments">The moments of each.</param>
    public static Magnitudes? Of(IReadOnlyList<Tensor> tensors, IReadOnlyList<Moments> moments)
    {
        if (Of(moments) is not { } sizes)
        {
            return null;
        }

        var chosen = Choose(tensors, sizes.Count);
        var (low, high) = (double.NaN, double.NaN);
        foreach (var one in moments)
        {
            (low, high) = (double.MinNumber(low, one.Minimum), double.MaxNumber(high, one.Maximum));
        }

        return sizes with { Details = new(() => Detail(chosen, low, high)) };
    }

    /// <summary>
    /// The sizes of numbers of which only the moments are left: no median, no histogram; null of none.
    /// </summary>
    public static Magnitudes? Of(IReadOnlyList<Moments> moments)
    {
        if (moments.Count == 0)
        {
            return null;
        }

        var (zeros, nans, infinities, finite) = (0L, 0L, 0L, 0L);
        var (least, largest, sizes, squares) = (double.NaN, double.NaN, 0.0, 0.0);
        foreach (var one in moments)
        {
            var its = one.Count - one.NaNs - one.Infinities;
            (zeros, nans, infinities) = (zeros + one.Zeros, nans + one.NaNs, infinities + one.Infinities);
            (least, largest) = (double.MinNumber(least, one.LeastSize), double.MaxNumber(largest, one.LargestSize));
            (finite, sizes) = (finite + its, sizes + (its > 0 ? one.MeanSize * its : 0));
            squares += one.Norm * one.Norm;
        }

        var norm = moments.Count == 1 ? moments[0].Norm : Math.Sqrt(squares);
        return new(
            finite + nans + infinities, zeros, nans, infinities, least, double.NaN, sizes / finite, largest, norm, null);
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

    private static (double Median, ElementHistogram Histogram) Detail(double[] chosen, double low, double high)
    {
        var histogram = HistogramInspector.Count(chosen, low, high, isWhole: false, MostBins);
        var sizes = Array.ConvertAll(Array.FindAll(chosen, double.IsFinite), Math.Abs);
        return (ArrayStatistics.MedianInplace(sizes), histogram);
    }

    // Evenly over all of them, so that every call, row and column has its part.
    private static double[] Choose(IReadOnlyList<Tensor> tensors, long count)
    {
        var chosen = new double[Math.Min(count, Magnitudes.Chosen)];
        var (next, start) = (0, 0L);
        foreach (var tensor in tensors)
        {
            var elements = new ElementPieces(tensor);
            for (; next < chosen.Length && (next * count / chosen.Length) - start < elements.Count; next++)
            {
                chosen[next] = elements[(int)((next * count / chosen.Length) - start)];
            }

            start += elements.Count;
        }

        return chosen;
    }
}
