namespace NotebookGrad;

/// <content>Means and maxima of as many windows as asked for.</content>
public static partial class Functional
{
    /// <summary>The means of windows of sequences, so many that cover the input evenly.</summary>
    /// <param name="input">[…, length], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The means, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static Tensor AdaptiveAvgPool1d(Tensor input, PerAxis outputSize) =>
        AdaptiveAveragePool("adaptive_avg_pool1d", 1, input, outputSize);

    /// <summary>The greatest elements of windows of sequences, so many that cover the input evenly.</summary>
    /// <param name="input">[…, length], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The greatest elements, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static Tensor AdaptiveMaxPool1d(Tensor input, PerAxis outputSize) =>
        AdaptiveMaxPool("adaptive_max_pool1d", 1, input, outputSize).Output;

    /// <summary>As <see cref="AdaptiveMaxPool1d"/>, and where each greatest element is.</summary>
    /// <param name="input">[…, length], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The greatest elements, and their positions in row-major order over the spatial axes, int64.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static (Tensor Output, Tensor Indices) AdaptiveMaxPool1dWithIndices(Tensor input, PerAxis outputSize) =>
        AdaptiveMaxPool("adaptive_max_pool1d", 1, input, outputSize);

    /// <summary>The means of windows of images, so many that cover the input evenly.</summary>
    /// <param name="input">[…, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The means, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static Tensor AdaptiveAvgPool2d(Tensor input, PerAxis outputSize) =>
        AdaptiveAveragePool("adaptive_avg_pool2d", 2, input, outputSize);

    /// <summary>The greatest elements of windows of images, so many that cover the input evenly.</summary>
    /// <param name="input">[…, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The greatest elements, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static Tensor AdaptiveMaxPool2d(Tensor input, PerAxis outputSize) =>
        AdaptiveMaxPool("adaptive_max_pool2d", 2, input, outputSize).Output;

    /// <summary>As <see cref="AdaptiveMaxPool2d"/>, and where each greatest element is.</summary>
    /// <param name="input">[…, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The greatest elements, and their positions in row-major order over the spatial axes, int64.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static (Tensor Output, Tensor Indices) AdaptiveMaxPool2dWithIndices(Tensor input, PerAxis outputSize) =>
        AdaptiveMaxPool("adaptive_max_pool2d", 2, input, outputSize);

    /// <summary>The means of windows of volumes, so many that cover the input evenly.</summary>
    /// <param name="input">[…, depth, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The means, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static Tensor AdaptiveAvgPool3d(Tensor input, PerAxis outputSize) =>
        AdaptiveAveragePool("adaptive_avg_pool3d", 3, input, outputSize);

    /// <summary>The greatest elements of windows of volumes, so many that cover the input evenly.</summary>
    /// <param name="input">[…, depth, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The greatest elements, with the same leading axes.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static Tensor AdaptiveMaxPool3d(Tensor input, PerAxis outputSize) =>
        AdaptiveMaxPool("adaptive_max_pool3d", 3, input, outputSize).Output;

    /// <summary>As <see cref="AdaptiveMaxPool3d"/>, and where each greatest element is.</summary>
    /// <param name="input">[…, depth, height, width], with one or two leading axes; real numbers.</param>
    /// <param name="outputSize">How many windows along each axis; −1 for as many as elements.</param>
    /// <returns>The greatest elements, and their positions in row-major order over the spatial axes, int64.</returns>
    /// <exception cref="ArgumentException">Shapes or sizes do not fit.</exception>
    public static (Tensor Output, Tensor Indices) AdaptiveMaxPool3dWithIndices(Tensor input, PerAxis outputSize) =>
        AdaptiveMaxPool("adaptive_max_pool3d", 3, input, outputSize);
}
