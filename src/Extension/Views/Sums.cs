namespace NotebookGrad.Views;

/// <summary>Sums that stop at the largest number instead of failing.</summary>
internal static class Sums
{
    /// <summary>The sum of sizes.</summary>
    public static long Of(IEnumerable<long> sizes)
    {
        var sum = sizes.Aggregate(Int128.Zero, (sum, size) => sum + size);
        return (long)Int128.Clamp(sum, long.MinValue, long.MaxValue);
    }
}
