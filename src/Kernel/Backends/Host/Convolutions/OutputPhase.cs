namespace NotebookGrad.Backends.Host;

/// <summary>What makes those elements of the input that leave the same remainders on all axes.</summary>
/// <param name="Windows">Where the outputs lie that meet the first of them: (feature, kernel).</param>
/// <param name="Elements">Where the outputs lie that meet the others, from there: (sample, element).</param>
/// <param name="Places">Where the elements go: (sample, element).</param>
/// <param name="Count">How many elements of a sample and channel there are.</param>
/// <param name="Kernel">The part of the kernel that meets them.</param>
/// <param name="Factors">Where its factors begin among all.</param>
internal sealed record OutputPhase(
    int[] Windows, int[] Elements, int[] Places, int Count, int[] Kernel, nint Factors)
{
    /// <summary>The factors of one channel.</summary>
    public int Depth => Windows.Length;
}
