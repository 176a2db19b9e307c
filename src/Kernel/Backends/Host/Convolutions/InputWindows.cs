namespace NotebookGrad.Backends.Host;

/// <summary>The windows of padded inputs as a scattered matrix: (channel, kernel) by (sample, place).</summary>
internal sealed unsafe class InputWindows
{
    private readonly ConvolutionSizes sizes;
    private readonly PaddedPlane plane;
    private readonly int[] places;

    public InputWindows(ConvolutionSizes sizes)
    {
        this.sizes = sizes;
        var axes = sizes.Axes;
        SamplesAtOnce = sizes.SamplesAtOnce(sizes.OutputPlane);
        plane = new(Padded(axes[0], step: 1), Padded(axes[1], step: 1), Padded(axes[2], axes[2].Stride));
        var one = Join(axis => Offsets.Multiples(axis.Output, axis.Stride));
        places = Offsets.Sums(Offsets.Multiples(SamplesAtOnce, sizes.Channels * plane.Size), one);
        Kernel = Offsets.Sums(
            Offsets.Multiples(sizes.GroupChannels, plane.Size),
            Join(axis => Offsets.Multiples(axis.Kernel, axis.Dilation)));
    }

    /// <summary>How many samples are worked on together.</summary>
    public int SamplesAtOnce { get; }

    /// <summary>The numbers that so many padded samples take.</summary>
    public nint Room => (nint)SamplesAtOnce * sizes.Channels * plane.Size;

    /// <summary>Where a window's elements lie, from its first one, in the channels of a group.</summary>
    public int[] Kernel { get; }

    /// <summary>Copies some samples, with padding.</summary>
    public void Write<T>(T* input, int sample, int samples, T* image)
        where T : unmanaged =>
        plane.Write(input + ((nint)sample * sizes.Channels * sizes.InputPlane), samples * sizes.Channels, image);

    /// <summary>The windows of some samples in one group.</summary>
    public ScatteredMatrix<T> Of<T>(T* image, int group, int samples)
        where T : unmanaged => new(
            image + ((nint)group * sizes.GroupChannels * plane.Size),
            Kernel,
            places.AsSpan(0, samples * sizes.OutputPlane));

    private static PaddedAxis Padded(SlidingAxis axis, int step) => new(
        axis.Input,
        axis.Before,
        ((axis.Output - 1) * axis.Stride) + ((axis.Kernel - 1) * axis.Dilation) + 1,
        step);

    private int[] Join(Func<SlidingAxis, int[]> positions) =>
        plane.Offsets(positions(sizes.Axes[0]), positions(sizes.Axes[1]), positions(sizes.Axes[2]));
}
