using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Windows as columns, and back.</content>
public static partial class Functional
{
    /// <summary>The windows of images, each as a column (im2col).</summary>
    /// <param name="input">[batch, channels, height, width], or without the batch.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <param name="padding">Zeros around the input, 0 if not given.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <returns>[batch, channels·kernel, windows], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or no window does.</exception>
    public static Tensor Unfold(
        Tensor input, PerAxis kernelSize, PerAxis dilation = default, PerAxis padding = default,
        PerAxis stride = default)
    {
        if (input.Shape.Rank is not (3 or 4))
        {
            throw new ArgumentException(
                $"unfold: {input.Describe("input")} must be [batch, channels, height, width], or without the batch");
        }

        var windows = Blocks("unfold", input.Shape.ToArray()[^2..], kernelSize, dilation, padding, stride);
        var isBatch = input.Shape.Rank == 4;
        var columns = new Im2Col(windows).Apply(isBatch ? input : input.Unsqueeze(0));
        return isBatch ? columns : columns.Squeeze(0);
    }

    /// <summary>Images from the columns of their windows; where windows overlap, elements add up (col2im).</summary>
    /// <param name="input">[batch, channels·kernel, windows], or without the batch.</param>
    /// <param name="outputSize">Height and width of the images.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <param name="padding">Zeros around the images, 0 if not given.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <returns>[batch, channels, height, width], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public static Tensor Fold(
        Tensor input, PerAxis outputSize, PerAxis kernelSize, PerAxis dilation = default, PerAxis padding = default,
        PerAxis stride = default)
    {
        var size = outputSize.For("fold", "output_size", axes: 2, least: 1);
        var windows = Blocks("fold", size, kernelSize, dilation, padding, stride);
        var (elements, count) = (windows.Kernel[0] * windows.Kernel[1], windows.Output[0] * windows.Output[1]);
        if (input.Shape.Rank is not (2 or 3) || input.Shape[^2] % elements != 0 || input.Shape[^1] != count)
        {
            throw new ArgumentException(
                $"fold: {input.Describe("input")} must be [batch, channels·{elements}, {count}] (or without the "
                + "batch), "
                + $"for {windows.Output[0]}·{windows.Output[1]} windows of {windows.Kernel[0]}·{windows.Kernel[1]} "
                + "elements fit the output");
        }

        var isBatch = input.Shape.Rank == 3;
        var images = new Col2Im(windows).Apply(isBatch ? input : input.Unsqueeze(0));
        return isBatch ? images : images.Squeeze(0);
    }

    private static Windows Blocks(
        string operation, int[] lengths, PerAxis kernelSize, PerAxis dilation, PerAxis padding, PerAxis stride)
    {
        var kernel = kernelSize.For(operation, "kernel_size", axes: 2, least: 1);
        var spacing = dilation.Or(1).For(operation, "dilation", axes: 2, least: 1);
        var before = padding.Or(0).For(operation, "padding", axes: 2, least: 0);
        var strides = stride.Or(1).For(operation, "stride", axes: 2, least: 1);
        var windows = new WindowAxis[2];
        for (var axis = 0; axis < 2; axis++)
        {
            var room = lengths[axis] + (2 * before[axis]) - (spacing[axis] * (kernel[axis] - 1)) - 1;
            windows[axis] = room >= 0
                ? WindowAxis.Sliding(
                    lengths[axis], (room / strides[axis]) + 1, kernel[axis], strides[axis], before[axis], spacing[axis])
                : throw new ArgumentException(
                    $"{operation}: a window of {kernel[axis]} elements at dilation {spacing[axis]} does not fit an "
                    + $"axis of {lengths[axis]} with padding {before[axis]}");
        }

        return new(windows);
    }
}
