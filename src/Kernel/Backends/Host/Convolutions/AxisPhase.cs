namespace NotebookGrad.Backends.Host;

/// <summary>
/// The elements of an axis that leave one remainder when divided by the stride: element <c>Remainder + i·Stride</c> is
/// element <c>Kernel[j]</c> of window <c>i + Windows[j]</c>, for all j.
/// </summary>
internal sealed class AxisPhase
{
    private AxisPhase(SlidingAxis axis, int remainder)
    {
        Elements = Offsets.Multiples((axis.Input - remainder + axis.Stride - 1) / axis.Stride, axis.Stride);
        foreach (ref var element in Elements.AsSpan())
        {
            element += remainder;
        }

        Kernel = [.. Enumerable.Range(0, axis.Kernel).Where(k => From(k) % axis.Stride == 0)];
        Windows = Array.ConvertAll(Kernel, k => From(k) / axis.Stride);

        int From(int k) => remainder + axis.Before - (k * axis.Dilation);
    }

    /// <summary>The positions of the elements.</summary>
    public int[] Elements { get; }

    /// <summary>The elements of a window that meet them.</summary>
    public int[] Kernel { get; }

    /// <summary>
    /// For each of these the number of the window that meets the first of the elements; may be negative.
    /// </summary>
    public int[] Windows { get; }

    /// <summary>The phases of an axis that have elements.</summary>
    public static AxisPhase[] All(SlidingAxis axis) =>
        [.. Enumerable.Range(0, Math.Min(axis.Stride, axis.Input)).Select(remainder => new AxisPhase(axis, remainder))];
}
