using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>Statistics of several tensors together.</summary>
internal static class MergedSummary
{
    /// <summary>The statistics of all elements; null where none are known.</summary>
    public static ValueSummary? Of(IEnumerable<ValueSummary?> summaries)
    {
        var known = summaries.OfType<ValueSummary>().ToArray();
        if (known.Length < 2)
        {
            return known.FirstOrDefault();
        }

        var finite = known.Where(one => Finite(one) > 0).ToArray();
        var count = finite.Sum(Finite);
        var mean = count > 0 ? finite.Sum(one => one.Mean * (Finite(one) / count)) : double.NaN;
        var spread = finite.Sum(one =>
            (Math.Pow(one.Deviation, 2) + Math.Pow(one.Mean - mean, 2)) * (Finite(one) / count));
        return new ValueSummary(
            Sums.Of(known.Select(one => one.Count)),
            mean,
            count > 0 ? Math.Sqrt(spread) : double.NaN,
            finite.Select(one => one.Minimum).DefaultIfEmpty(double.NaN).Min(),
            finite.Select(one => one.Maximum).DefaultIfEmpty(double.NaN).Max(),
            Math.Sqrt(known.Sum(one => one.Norm * one.Norm)),
            Sums.Of(known.Select(one => one.Zeros)),
            Sums.Of(known.Select(one => one.NaNs)),
            Sums.Of(known.Select(one => one.Infinities)),
            First: []);
    }

    private static double Finite(ValueSummary summary) =>
        (double)summary.Count - summary.NaNs - summary.Infinities;
}
