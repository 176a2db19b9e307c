namespace NotebookGrad.Flow;

/// <summary>Statistics that ignore NaN and are NaN where nothing else is there.</summary>
internal static class Statistics
{
    /// <summary>The median of the numbers.</summary>
    public static double Median(this IEnumerable<double> values) => values.Quantile(0.5);

    /// <summary>The number below which a share of the numbers lies.</summary>
    public static double Quantile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];
    }
}
