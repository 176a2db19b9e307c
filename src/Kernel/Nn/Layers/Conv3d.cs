namespace NotebookGrad.Nn;

/// <summary>
/// A convolution of volumes [batch, channels, depth, height, width], or without the batch; see
/// <see cref="Functional.Conv3d"/>.
/// Weights and biases begin uniform within ±1/√(channels/groups · kernel), as PyTorch's.
/// </summary>
/// <param name="inChannels">The channels of what goes in.</param>
/// <param name="outChannels">The channels of what comes out: the number of features.</param>
/// <param name="kernelSize">The size of a window.</param>
/// <param name="stride">How far apart windows begin, 1 if not given.</param>
/// <param name="padding">Zeros at both ends of each axis, or <c>"same"</c>; 0 if not given.</param>
/// <param name="dilation">How far apart the elements of a window lie, 1 if not given.</param>
/// <param name="groups">Into how many groups channels and features part.</param>
/// <param name="bias">Whether something is added.</param>
/// <param name="dtype">The parameters' type.</param>
/// <exception cref="ArgumentException">A number does not fit.</exception>
public sealed class Conv3d(
    int inChannels, int outChannels, PerAxis kernelSize, PerAxis stride = default, Padding padding = default,
    PerAxis dilation = default, int groups = 1, bool bias = true, DType dtype = DType.Float32)
    : Convolution(
        "conv3d", 3, inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, dtype)
{
    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) =>
        Functional.Conv3d(input, Weight, Bias, Stride, Padding, Dilation, Groups);
}
