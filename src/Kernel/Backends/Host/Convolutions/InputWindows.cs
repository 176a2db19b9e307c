namespace NotebookGrad.Backends.Host;

/// <summary>
/// The windows of padded inputs as a scattered matrix: an element of the kernel and a place are at the sum of both.
/// </summary>
internal sealed class InputWindows : ImageWindows
{
    // Of windows' first elements in the first channel: (sample, place).
    private readonly int[] places;

    // Of a window's elements in the first channel, from its first one.
    private readonly int[] kernel;

    // Of places in the first feature of the output: (sample, place).
    private readonly int[] targets;

    /// <summary>Finds them.</summary>
    /// <param name="sizes">The lengths.</param>
    /// <param name="byPlanes">Whether samples are copied one by one, whatever is around them.</param>
    public InputWindows(ConvolutionSizes sizes, bool byPlanes)
        : base(
            sizes,
            sizes.GroupChannels,
            new(Padded(sizes.Axes[0]), Padded(sizes.Axes[1]), Padded(sizes.Axes[2]), byPlanes),
            byPlanes ? 1 : sizes.SamplesAtOnce(sizes.OutputPlane))
    {
        places = Offsets.Sums(Samples, Join(axis => Offsets.Multiples(axis.Output, axis.Stride)));
        kernel = Join(axis => Offsets.Multiples(axis.Kernel, axis.Dilation));
        targets = Offsets.Sums(
            Offsets.Multiples(SamplesAtOnce, checked(sizes.Features * sizes.OutputPlane)),
            Offsets.Multiples(sizes.OutputPlane, 1));
    }

    /// <summary>
    /// What makes the output: features by (channel, kernel), times (channel, kernel) by (sample, place).
    /// </summary>
    public WindowProduct Output => new(
        Offsets.Sums(Channels, kernel), places, targets, Offsets.Multiples(Sizes.GroupChannels * Sizes.Kernel, 1));

    /// <summary>
    /// What makes the weight: features by (sample, place), times (sample, place) by (channel, kernel).
    /// </summary>
    public WindowProduct Weight => new(
        places, Offsets.Sums(Channels, kernel), Offsets.Multiples(Sizes.GroupChannels * Sizes.Kernel, 1), targets);

    // As many positions as windows reach, or as there are elements if no zeros need to be added.
    private static PaddedAxis Padded(SlidingAxis axis)
    {
        var reach = ((axis.Output - 1) * axis.Stride) + ((axis.Kernel - 1) * axis.Dilation) + 1;
        return new(axis.Input, axis.Before, axis.Before == 0 ? Math.Max(reach, axis.Input) : reach);
    }

    private int[] Join(Func<SlidingAxis, int[]> positions) =>
        Plane.Offsets(positions(Sizes.Axes[0]), positions(Sizes.Axes[1]), positions(Sizes.Axes[2]));
}
