namespace NotebookGrad.Inspection;

/// <summary>
/// How often which elements occur: counts of the finite ones in equal bins. Zero is never inside a bin, so that each
/// is on one side of it. Whole numbers have bins of whole numbers, one each where they are few.
/// </summary>
/// <param name="Start">Where the first bin begins.</param>
/// <param name="Width">The width of each bin; 0 where all elements are alike, which is one bin.</param>
/// <param name="Counts">The elements in each bin; none where no element is finite.</param>
public sealed record ElementHistogram(double Start, double Width, IReadOnlyList<long> Counts)
{
    /// <summary>The most bins.</summary>
    public const int MostBins = 24;
}
