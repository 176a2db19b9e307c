namespace NotebookGrad.Backends;

/// <summary>
/// The whole numbers from one up to, but not with, another, and perhaps one more. The least of all follows the
/// greatest, so that those from 1 to 0 are all but 0.
/// </summary>
public readonly record struct WholeRange
{
    // Fields that a kernel can be given.
    private readonly long low;
    private readonly ulong count;
    private readonly long other;
    private readonly int hasOther;

    /// <summary>A range.</summary>
    /// <param name="low">The first of the numbers.</param>
    /// <param name="end">What follows the last of them.</param>
    /// <param name="other">One that belongs to them wherever it lies.</param>
    public WholeRange(long low, long end, long? other = null)
    {
        (this.low, count) = (low, (ulong)(end - low));
        (this.other, hasOther) = (other ?? 0, other is null ? 0 : 1);
    }

    /// <summary>Whether a number is one of them.</summary>
    public bool Has(long number) => (ulong)(number - low) < count || (hasOther != 0 && number == other);
}
