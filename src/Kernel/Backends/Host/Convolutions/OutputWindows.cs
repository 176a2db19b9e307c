namespace NotebookGrad.Backends.Host;

/// <summary>
/// The elements of padded outputs that meet the input's, as a scattered matrix for each phase: (feature, kernel) by
/// (sample, element).
/// </summary>
internal sealed unsafe class OutputWindows
{
    private readonly ConvolutionSizes sizes;
    private readonly PaddedPlane plane;

    /// <summary>Finds them.</summary>
    /// <param name="sizes">The lengths.</param>
    /// <param name="byPlanes">Whether samples are copied one by one, whatever is around them.</param>
    public OutputWindows(ConvolutionSizes sizes, bool byPlanes)
    {
        this.sizes = sizes;
        var axes = Array.ConvertAll(sizes.Axes, AxisPhase.All);
        plane = new(Padded(sizes.Axes[0]), Padded(sizes.Axes[1]), Padded(sizes.Axes[2]), byPlanes);
        SamplesAtOnce = byPlanes ? 1 : sizes.SamplesAtOnce(sizes.InputPlane);
        var factors = (nint)0;
        var phases = new List<OutputPhase>();
        foreach (var depth in axes[0])
        {
            foreach (var height in axes[1])
            {
                foreach (var width in axes[2])
                {
                    var phase = Phase([depth, height, width], factors);
                    factors += (nint)sizes.Channels * phase.Depth;
                    phases.Add(phase);
                }
            }
        }

        Phases = [.. phases.Where(phase => phase.Depth > 0)];
        LeavesOut = Phases.Length < phases.Count;
    }

    /// <summary>How many samples are worked on together.</summary>
    public int SamplesAtOnce { get; }

    /// <summary>The numbers that so many padded samples take, none where they are read in place.</summary>
    public nint Room => plane.InPlace ? 0 : (nint)SamplesAtOnce * sizes.Features * plane.Size;

    /// <summary>The phases that meet any part of the kernel.</summary>
    public OutputPhase[] Phases { get; }

    /// <summary>Whether some elements of the input are in no window.</summary>
    public bool LeavesOut { get; }

    /// <summary>Copies the weight's numbers into the order in which the phases read them.</summary>
    public void Arrange<T>(T* weight, T* factors)
        where T : unmanaged
    {
        foreach (var phase in Phases)
        {
            for (var channel = 0; channel < sizes.Channels; channel++)
            {
                var (group, inGroup) = Math.DivRem(channel, sizes.GroupChannels);
                for (var feature = group * sizes.GroupFeatures; feature < (group + 1) * sizes.GroupFeatures; feature++)
                {
                    var kernel = weight + ((((nint)feature * sizes.GroupChannels) + inGroup) * sizes.Kernel);
                    foreach (var element in phase.Kernel)
                    {
                        *factors++ = kernel[element];
                    }
                }
            }
        }
    }

    /// <summary>Some samples with padding, copied to an image if they cannot be read in place.</summary>
    public T* Read<T>(T* output, int sample, int samples, T* image)
        where T : unmanaged =>
        plane.Read(output + ((nint)sample * sizes.Features * sizes.OutputPlane), samples * sizes.Features, image);

    /// <summary>Where the features of a group begin.</summary>
    public T* Of<T>(T* image, int group)
        where T : unmanaged => image + ((nint)group * sizes.GroupFeatures * plane.Size);

    private static int FirstWindow(SlidingAxis axis) =>
        (int)Math.Floor((axis.Before - ((axis.Kernel - 1) * (double)axis.Dilation)) / axis.Stride);

    private static PaddedAxis Padded(SlidingAxis axis) => new(
        axis.Output,
        -FirstWindow(axis),
        ((axis.Input - 1 + axis.Before) / axis.Stride) - FirstWindow(axis) + 1);

    private OutputPhase Phase(AxisPhase[] axes, nint factors)
    {
        var windows = axes.Zip(sizes.Axes, (phase, axis) => Array.ConvertAll(
            phase.Windows, window => window - FirstWindow(axis))).ToArray();
        var counts = Array.ConvertAll(axes, phase => Offsets.Multiples(phase.Elements.Length, 1));
        var places = Positions(Array.ConvertAll(axes, phase => phase.Elements), axis => axis.Input);
        return new(
            Offsets.Sums(
                Offsets.Multiples(sizes.GroupFeatures, plane.Size),
                plane.Offsets(windows[0], windows[1], windows[2])),
            Offsets.Sums(
                Offsets.Multiples(SamplesAtOnce, sizes.Features * plane.Size),
                plane.Offsets(counts[0], counts[1], counts[2])),
            Offsets.Sums(Offsets.Multiples(SamplesAtOnce, sizes.Channels * sizes.InputPlane), places),
            places.Length,
            Positions(Array.ConvertAll(axes, phase => phase.Kernel), axis => axis.Kernel),
            factors);
    }

    // Positions on three axes as positions in row-major order.
    private int[] Positions(int[][] positions, Func<SlidingAxis, int> length)
    {
        var (height, width) = (length(sizes.Axes[1]), length(sizes.Axes[2]));
        return Offsets.Sums(
            Offsets.Sums(
                Array.ConvertAll(positions[0], position => position * height * width),
                Array.ConvertAll(positions[1], position => position * width)),
            positions[2]);
    }
}
