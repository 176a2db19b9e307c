namespace NotebookGrad.Backends.Host;

/// <summary>
/// The windows of padded inputs as a scattered matrix: an element of the kernel and a place are at the sum of both.
/// </summary>
internal sealed unsafe class InputWindows
{
    private readonly ConvolutionSizes sizes;
    private readonly PaddedPlane plane;

    public InputWindows(ConvolutionSizes sizes)
    {
        this.sizes = sizes;
        var axes = sizes.Axes;
        SamplesAtOnce = sizes.SamplesAtOnce(sizes.OutputPlane);
        plane = new(Padded(axes[0], step: 1), Padded(axes[1], step: 1), Padded(axes[2], axes[2].Stride));
        var one = Join(axis => Offsets.Multiples(axis.Output, axis.Stride));
        Places = Offsets.Sums(Offsets.Multiples(SamplesAtOnce, sizes.Channels * plane.Size), one);
        Kernel = Offsets.Sums(
            Offsets.Multiples(sizes.GroupChannels, plane.Size),
            Join(axis => Offsets.Multiples(axis.Kernel, axis.Dilation)));
    }

    /// <summary>How many samples are worked on together.</summary>
    public int SamplesAtOnce { get; }

    /// <summary>The numbers that so many padded samples take.</summary>
    public nint Room => (nint)SamplesAtOnce * sizes.Channels * plane.Size;

    /// <summary>
    /// Where a window's elements lie, from its first one: (channel in a group, element of the kernel).
    /// </summary>
    public int[] Kernel { get; }

    /// <summary>Where windows begin in the first channel: (sample, place).</summary>
    public int[] Places { get; }

    /// <summary>Copies some samples, with padding.</summary>
    public void Write<T>(T* input, int sample, int samples, T* image)
        where T : unmanaged =>
        plane.Write(input + ((nint)sample * sizes.Channels * sizes.InputPlane), samples * sizes.Channels, image);

    /// <summary>Where the channels of a group begin.</summary>
    public T* Of<T>(T* image, int group)
        where T : unmanaged => image + ((nint)group * sizes.GroupChannels * plane.Size);

    private static PaddedAxis Padded(SlidingAxis axis, int step) => new(
        axis.Input,
        axis.Before,
        ((axis.Output - 1) * axis.Stride) + ((axis.Kernel - 1) * axis.Dilation) + 1,
        step);

    private int[] Join(Func<SlidingAxis, int[]> positions) =>
        plane.Offsets(positions(sizes.Axes[0]), positions(sizes.Axes[1]), positions(sizes.Axes[2]));
}
