namespace NotebookGrad.Backends.Host;

/// <summary>
/// The elements of padded outputs that meet the input's, as a scattered matrix for each phase: the input's elements
/// that leave the same remainders when divided by the strides meet the same part of the kernel.
/// </summary>
internal sealed class OutputWindows : ImageWindows
{
    /// <summary>Finds them.</summary>
    /// <param name="sizes">The lengths.</param>
    /// <param name="byPlanes">Whether samples are copied one by one, whatever is around them.</param>
    public OutputWindows(ConvolutionSizes sizes, bool byPlanes)
        : base(
            sizes,
            sizes.GroupFeatures,
            new(Padded(sizes.Axes[0]), Padded(sizes.Axes[1]), Padded(sizes.Axes[2]), byPlanes),
            byPlanes ? 1 : sizes.SamplesAtOnce(sizes.InputPlane))
    {
        var axes = Array.ConvertAll(sizes.Axes, AxisPhase.All);
        WindowProduct[] phases =
        [
            .. from depth in axes[0] from height in axes[1] from width in axes[2] select Phase([depth, height, width]),
        ];
        Phases = [.. phases.Where(phase => phase.Levels.Length > 0)];
        LeavesOut = Phases.Length < phases.Length;
    }

    /// <summary>
    /// What makes the elements of the input that leave the same remainders on all axes, for all remainders whose
    /// elements meet any part of the kernel: channels by (feature, kernel), times (feature, kernel) by (sample,
    /// element).
    /// </summary>
    public WindowProduct[] Phases { get; }

    /// <summary>Whether some elements of the input are in no window.</summary>
    public bool LeavesOut { get; }

    private static int FirstWindow(SlidingAxis axis) =>
        (int)Math.Floor((axis.Before - ((axis.Kernel - 1) * (double)axis.Dilation)) / axis.Stride);

    private static PaddedAxis Padded(SlidingAxis axis) => new(
        axis.Output,
        -FirstWindow(axis),
        ((axis.Input - 1 + axis.Before) / axis.Stride) - FirstWindow(axis) + 1);

    private WindowProduct Phase(AxisPhase[] axes)
    {
        var windows = axes.Zip(Sizes.Axes, (phase, axis) => Array.ConvertAll(
            phase.Windows, window => window - FirstWindow(axis))).ToArray();
        var counts = Array.ConvertAll(axes, phase => Offsets.Multiples(phase.Elements.Length, 1));
        return new(
            Offsets.Sums(Channels, Plane.Offsets(windows[0], windows[1], windows[2])),
            Offsets.Sums(Samples, Plane.Offsets(counts[0], counts[1], counts[2])),
            Offsets.Sums(
                Offsets.Multiples(SamplesAtOnce, checked(Sizes.Channels * Sizes.InputPlane)),
                Positions(Array.ConvertAll(axes, phase => phase.Elements), axis => axis.Input)),
            Offsets.Sums(
                Offsets.Multiples(Sizes.GroupFeatures, Sizes.GroupChannels * Sizes.Kernel),
                Positions(Array.ConvertAll(axes, phase => phase.Kernel), axis => axis.Kernel)));
    }

    // Positions on three axes as positions in row-major order.
    private int[] Positions(int[][] positions, Func<SlidingAxis, int> length)
    {
        var (height, width) = (length(Sizes.Axes[1]), length(Sizes.Axes[2]));
        return Offsets.Sums(
            Offsets.Sums(
                Array.ConvertAll(positions[0], position => position * height * width),
                Array.ConvertAll(positions[1], position => position * width)),
            positions[2]);
    }
}
