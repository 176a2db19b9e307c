namespace NotebookGrad.Backends.Host;

/// <summary>
/// The windows of padded inputs as a scattered matrix: an element of the kernel and a place are at the sum of both.
/// </summary>
internal sealed unsafe class InputWindows
{
    private readonly ConvolutionSizes sizes;
    private readonly PaddedPlane plane;

    /// <summary>Finds them.</summary>
    /// <param name="sizes">The lengths.</param>
    /// <param name="byPlanes">Whether samples are copied one by one, whatever is around them.</param>
    public InputWindows(ConvolutionSizes sizes, bool byPlanes)
    {
        this.sizes = sizes;
        var axes = sizes.Axes;
        SamplesAtOnce = byPlanes ? 1 : sizes.SamplesAtOnce(sizes.OutputPlane);
        plane = new(Padded(axes[0]), Padded(axes[1]), Padded(axes[2]), byPlanes);
        var one = Join(axis => Offsets.Multiples(axis.Output, axis.Stride));
        Places = Offsets.Sums(Offsets.Multiples(SamplesAtOnce, sizes.Channels * plane.Size), one);
        Kernel = Offsets.Sums(
            Offsets.Multiples(sizes.GroupChannels, plane.Size),
            Join(axis => Offsets.Multiples(axis.Kernel, axis.Dilation)));
    }

    /// <summary>How many samples are worked on together.</summary>
    public int SamplesAtOnce { get; }

    /// <summary>The numbers that so many padded samples take, none where they are read in place.</summary>
    public nint Room => plane.InPlace ? 0 : (nint)SamplesAtOnce * sizes.Channels * plane.Size;

    /// <summary>
    /// Where a window's elements lie, from its first one: (channel in a group, element of the kernel).
    /// </summary>
    public int[] Kernel { get; }

    /// <summary>Where windows begin in the first channel: (sample, place).</summary>
    public int[] Places { get; }

    /// <summary>Some samples with padding, copied to an image if they cannot be read in place.</summary>
    public T* Read<T>(T* input, int sample, int samples, T* image)
        where T : unmanaged =>
        plane.Read(input + ((nint)sample * sizes.Channels * sizes.InputPlane), samples * sizes.Channels, image);

    /// <summary>Where the channels of a group begin.</summary>
    public T* Of<T>(T* image, int group)
        where T : unmanaged => image + ((nint)group * sizes.GroupChannels * plane.Size);

    // As many positions as windows reach, or as there are elements if no zeros need to be added.
    private static PaddedAxis Padded(SlidingAxis axis)
    {
        var reach = ((axis.Output - 1) * axis.Stride) + ((axis.Kernel - 1) * axis.Dilation) + 1;
        return new(axis.Input, axis.Before, axis.Before == 0 ? Math.Max(reach, axis.Input) : reach);
    }

    private int[] Join(Func<SlidingAxis, int[]> positions) =>
        plane.Offsets(positions(sizes.Axes[0]), positions(sizes.Axes[1]), positions(sizes.Axes[2]));
}
