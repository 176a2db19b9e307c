namespace NotebookGrad;

/// <content>The greatest element of each window.</content>
public static partial class Functional
{
    /// <summary>
    /// The greatest element of each window of sequences. The first of equal ones gets the gradient; NaN is greatest.
    /// </summary>
    /// <param name="input">
    /// One or two leading axes, then [length], [height, width] or [depth, height, width]; real numbers.
    /// </param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="stride">How far apart windows begin; the size of a window if not given.</param>
    /// <param name="padding">How far windows reach beyond both ends; at most half their size.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <param name="ceilMode">Whether a last window that is not full counts.</param>
    /// <returns>[…, windows], with the same leading axes.</returns>
    /// <exception cref="ArgumentException">
    /// Shapes or sizes do not fit, no window does, or one has only padding.
    /// </exception>
    public static Tensor MaxPool1d(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis dilation = default, bool ceilMode = false) =>
        MaxPool("max_pool1d", 1, input, kernelSize, stride, padding, dilation, ceilMode).Output;

    /// <summary>As <see cref="MaxPool1d"/>, and where each greatest element is.</summary>
    /// <returns>The greatest elements, and their positions in row-major order over the spatial axes, int64.</returns>
    /// <inheritdoc cref="MaxPool1d"/>
    public static (Tensor Output, Tensor Indices) MaxPool1dWithIndices(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis dilation = default, bool ceilMode = false) =>
        MaxPool("max_pool1d", 1, input, kernelSize, stride, padding, dilation, ceilMode);

    /// <summary>
    /// The greatest element of each window of images. The first of equal ones gets the gradient; NaN is greatest.
    /// </summary>
    /// <returns>[…, windows down, windows across], with the same leading axes.</returns>
    /// <inheritdoc cref="MaxPool1d"/>
    public static Tensor MaxPool2d(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis dilation = default, bool ceilMode = false) =>
        MaxPool("max_pool2d", 2, input, kernelSize, stride, padding, dilation, ceilMode).Output;

    /// <summary>As <see cref="MaxPool2d"/>, and where each greatest element is.</summary>
    /// <returns>The greatest elements, and their positions in row-major order over the spatial axes, int64.</returns>
    /// <inheritdoc cref="MaxPool1d"/>
    public static (Tensor Output, Tensor Indices) MaxPool2dWithIndices(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis dilation = default, bool ceilMode = false) =>
        MaxPool("max_pool2d", 2, input, kernelSize, stride, padding, dilation, ceilMode);

    /// <summary>
    /// The greatest element of each window of volumes. The first of equal ones gets the gradient; NaN is greatest.
    /// </summary>
    /// <returns>[…, windows], with the same leading axes.</returns>
    /// <inheritdoc cref="MaxPool1d"/>
    public static Tensor MaxPool3d(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis dilation = default, bool ceilMode = false) =>
        MaxPool("max_pool3d", 3, input, kernelSize, stride, padding, dilation, ceilMode).Output;

    /// <summary>As <see cref="MaxPool3d"/>, and where each greatest element is.</summary>
    /// <returns>The greatest elements, and their positions in row-major order over the spatial axes, int64.</returns>
    /// <inheritdoc cref="MaxPool1d"/>
    public static (Tensor Output, Tensor Indices) MaxPool3dWithIndices(
        Tensor input, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis dilation = default, bool ceilMode = false) =>
        MaxPool("max_pool3d", 3, input, kernelSize, stride, padding, dilation, ceilMode);
}
