namespace NotebookGrad;

/// <content>Convolutions and their transposes.</content>
public static partial class Functional
{
    /// <summary>
    /// The cross-correlation of a sequence with kernels: each window times a kernel, summed; plus a bias.
    /// </summary>
    /// <param name="input">[batch, channels, length], or without the batch.</param>
    /// <param name="weight">[features, channels/groups, kernel].</param>
    /// <param name="bias">[features], or null.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <param name="padding">Zeros at both ends, or <c>"same"</c>; 0 if not given.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <param name="groups">Into how many groups channels and features part; each sees only its own.</param>
    /// <returns>[batch, features, windows], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or the kernel is larger than the input.</exception>
    public static Tensor Conv1d(
        Tensor input, Tensor weight, Tensor? bias = null,
        PerAxis stride = default, Padding padding = default, PerAxis dilation = default, int groups = 1) =>
        Convolve("conv1d", 1, input, weight, bias, stride, padding, dilation, groups);

    /// <summary>
    /// The cross-correlation of images with kernels: each window times a kernel, summed; plus a bias.
    /// </summary>
    /// <param name="input">[batch, channels, height, width], or without the batch.</param>
    /// <param name="weight">[features, channels/groups, kernel height, kernel width].</param>
    /// <param name="bias">[features], or null.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <param name="padding">Zeros at both ends of each axis, or <c>"same"</c>; 0 if not given.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <param name="groups">Into how many groups channels and features part; each sees only its own.</param>
    /// <returns>[batch, features, windows down, windows across], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or the kernel is larger than the input.</exception>
    public static Tensor Conv2d(
        Tensor input, Tensor weight, Tensor? bias = null,
        PerAxis stride = default, Padding padding = default, PerAxis dilation = default, int groups = 1) =>
        Convolve("conv2d", 2, input, weight, bias, stride, padding, dilation, groups);

    /// <summary>As <see cref="Conv2d"/>, over volumes.</summary>
    /// <param name="input">[batch, channels, depth, height, width], or without the batch.</param>
    /// <param name="weight">[features, channels/groups, kernel depth, height, width].</param>
    /// <param name="bias">[features], or null.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <param name="padding">Zeros at both ends of each axis, or <c>"same"</c>; 0 if not given.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <param name="groups">Into how many groups channels and features part; each sees only its own.</param>
    /// <returns>[batch, features, …], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or the kernel is larger than the input.</exception>
    public static Tensor Conv3d(
        Tensor input, Tensor weight, Tensor? bias = null,
        PerAxis stride = default, Padding padding = default, PerAxis dilation = default, int groups = 1) =>
        Convolve("conv3d", 3, input, weight, bias, stride, padding, dilation, groups);

    /// <summary>
    /// The transpose of <see cref="Conv1d"/>, which makes a longer sequence: each element times a kernel, added where
    /// the window lies; plus a bias.
    /// </summary>
    /// <param name="input">[batch, channels, length], or without the batch.</param>
    /// <param name="weight">[channels, features/groups, kernel].</param>
    /// <param name="bias">[features], or null.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <param name="padding">How many elements are cut off both ends; 0 if not given.</param>
    /// <param name="outputPadding">How many elements longer the result is; less than the stride or dilation.</param>
    /// <param name="groups">Into how many groups channels and features part.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <returns>[batch, features, longer], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or nothing would be left.</exception>
    public static Tensor ConvTranspose1d(
        Tensor input, Tensor weight, Tensor? bias = null, PerAxis stride = default, PerAxis padding = default,
        PerAxis outputPadding = default, int groups = 1, PerAxis dilation = default) => ConvolveTransposed(
            "conv_transpose1d", 1, input, weight, bias, stride, padding, outputPadding, groups, dilation);

    /// <summary>The transpose of <see cref="Conv2d"/>; see <see cref="ConvTranspose1d"/>.</summary>
    /// <param name="input">[batch, channels, height, width], or without the batch.</param>
    /// <param name="weight">[channels, features/groups, kernel height, kernel width].</param>
    /// <param name="bias">[features], or null.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <param name="padding">How many elements are cut off both ends; 0 if not given.</param>
    /// <param name="outputPadding">How many elements longer the result is; less than the stride or dilation.</param>
    /// <param name="groups">Into how many groups channels and features part.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <returns>[batch, features, higher, wider], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or nothing would be left.</exception>
    public static Tensor ConvTranspose2d(
        Tensor input, Tensor weight, Tensor? bias = null, PerAxis stride = default, PerAxis padding = default,
        PerAxis outputPadding = default, int groups = 1, PerAxis dilation = default) => ConvolveTransposed(
            "conv_transpose2d", 2, input, weight, bias, stride, padding, outputPadding, groups, dilation);

    /// <summary>The transpose of <see cref="Conv3d"/>; see <see cref="ConvTranspose1d"/>.</summary>
    /// <param name="input">[batch, channels, depth, height, width], or without the batch.</param>
    /// <param name="weight">[channels, features/groups, kernel depth, height, width].</param>
    /// <param name="bias">[features], or null.</param>
    /// <param name="stride">How far apart windows begin, 1 if not given.</param>
    /// <param name="padding">How many elements are cut off both ends; 0 if not given.</param>
    /// <param name="outputPadding">How many elements longer the result is; less than the stride or dilation.</param>
    /// <param name="groups">Into how many groups channels and features part.</param>
    /// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
    /// <returns>[batch, features, …], or without the batch.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or nothing would be left.</exception>
    public static Tensor ConvTranspose3d(
        Tensor input, Tensor weight, Tensor? bias = null, PerAxis stride = default, PerAxis padding = default,
        PerAxis outputPadding = default, int groups = 1, PerAxis dilation = default) => ConvolveTransposed(
            "conv_transpose3d", 3, input, weight, bias, stride, padding, outputPadding, groups, dilation);
}
