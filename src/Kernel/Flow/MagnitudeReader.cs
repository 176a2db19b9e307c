using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Reads the sizes of tensors' elements, and joins those of some moments.</summary>
internal static class MagnitudeReader
{
    /// <summary>The sizes of a tensor's elements.</summary>
    public static Magnitudes Of(Tensor tensor, Moments moments) => Of([tensor], [moments])!;

    /// <summary>The sizes of the elements of several tensors together; null of none.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="moments">The moments of each.</param>
    public static Magnitudes? Of(IReadOnlyList<Tensor> tensors, IReadOnlyList<Moments> moments) =>
        moments.Count > 0 ? Of(moments, ElementSample.Of(tensors, moments)) : null;

    /// <summary>
    /// The sizes of numbers of which only the moments are left: no median, no histogram; null of none.
    /// </summary>
    public static Magnitudes? Of(IReadOnlyList<Moments> moments) =>
        moments.Count > 0 ? Of(moments, sample: null) : null;

    /// <summary>Those of two moments together, the earlier one first; of one, where the other is missing.</summary>
    public static Magnitudes? Join(Magnitudes? a, Magnitudes? b)
    {
        if (a is null || b is null)
        {
            return a ?? b;
        }

        double finiteA = a.Count - a.NaNs - a.Infinities, finiteB = b.Count - b.NaNs - b.Infinities;
        var sample = a.Sample is null || b.Sample is null
            ? a.Sample ?? b.Sample
            : ElementSample.Join(a.Sample, a.Count, b.Sample, b.Count);
        return new(
            a.Count + b.Count,
            a.Zeros + b.Zeros,
            a.NaNs + b.NaNs,
            a.Infinities + b.Infinities,
            double.MinNumber(a.Minimum, b.Minimum),
            double.NaN,
            Mean(a.Mean, b.Mean, finiteA, finiteB),
            double.MaxNumber(a.Maximum, b.Maximum),
            Math.Sqrt(Mean(a.Norm * a.Norm, b.Norm * b.Norm, 1, 1)),
            null)
        {
            Sample = sample,
        };
    }

    /// <summary>The mean of two numbers with weights; of one, where the other is NaN.</summary>
    public static double Mean(double a, double b, double weightA, double weightB) =>
        double.IsNaN(a) ? b : double.IsNaN(b) ? a : ((a * weightA) + (b * weightB)) / (weightA + weightB);

    private static Magnitudes Of(IReadOnlyList<Moments> moments, ElementSample? sample)
    {
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
            finite + nans + infinities, zeros, nans, infinities, least, double.NaN, sizes / finite, largest, norm, null)
        {
            Sample = sample,
        };
    }
}
