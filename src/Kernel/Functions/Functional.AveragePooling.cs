namespace NotebookGrad;

/// <content>The mean of each window.</content>
public static partial class Functional
{
    /// <summary>The mean of each window of sequences.</summary>
    /// <param name="input">[…, length], with one or two leading axes; real numbers.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">How far apart windows begin; the size of a window if not given.</param>
    /// <param name="padding">How many zeros are around the input; at most half a window.</param>
    /// <param name="ceilMode">Whether a last window that is not full counts.</param>
    /// <param name="countIncludePad">Whether zeros of the padding count in the mean.</param>
    /// <returns>The means, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit, or no window does.</exception>
    public static Tensor AvgPool1d(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        bool ceilMode = false, bool countIncludePad = true) => AveragePool(
            "avg_pool1d", 1, input, kernelSize, stride, padding, ceilMode, countIncludePad, null);

    /// <summary>The mean of each window of images.</summary>
    /// <param name="input">[…, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">How far apart windows begin; the size of a window if not given.</param>
    /// <param name="padding">How many zeros are around the input; at most half a window.</param>
    /// <param name="ceilMode">Whether a last window that is not full counts.</param>
    /// <param name="countIncludePad">Whether zeros of the padding count in the mean.</param>
    /// <param name="divisorOverride">What to divide every sum by instead.</param>
    /// <returns>The means, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit, or no window does.</exception>
    public static Tensor AvgPool2d(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        bool ceilMode = false, bool countIncludePad = true, int? divisorOverride = null) => AveragePool(
            "avg_pool2d", 2, input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);

    /// <summary>The mean of each window of volumes.</summary>
    /// <param name="input">[…, depth, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">How far apart windows begin; the size of a window if not given.</param>
    /// <param name="padding">How many zeros are around the input; at most half a window.</param>
    /// <param name="ceilMode">Whether a last window that is not full counts.</param>
    /// <param name="countIncludePad">Whether zeros of the padding count in the mean.</param>
    /// <param name="divisorOverride">What to divide every sum by instead.</param>
    /// <returns>The means, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit, or no window does.</exception>
    public static Tensor AvgPool3d(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        bool ceilMode = false, bool countIncludePad = true, int? divisorOverride = null) => AveragePool(
            "avg_pool3d", 3, input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
}
