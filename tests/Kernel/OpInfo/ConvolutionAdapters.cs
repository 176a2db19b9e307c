namespace NotebookGrad.Tests.OpInfo;

/// <summary>Convolutions, poolings and resampling.</summary>
internal static class ConvolutionAdapters
{
    public static Adapters All { get; } = new()
    {
        { "nn.functional.conv1d", x => Convolve(x, Functional.Conv1d) },
        { "nn.functional.conv2d", x => Convolve(x, Functional.Conv2d) },
        { "nn.functional.conv_transpose1d", x => ConvolveTransposed(x, Functional.ConvTranspose1d) },
        { "nn.functional.conv_transpose2d", x => ConvolveTransposed(x, Functional.ConvTranspose2d) },
        { "nn.functional.conv_transpose3d", x => ConvolveTransposed(x, Functional.ConvTranspose3d) },
    };

    private delegate Tensor Convolution(Tensor input, Tensor weight, Tensor? bias, PerAxis stride, Padding padding, PerAxis dilation, int groups);

    private delegate Tensor Transposed(
        Tensor input, Tensor weight, Tensor? bias, PerAxis stride, PerAxis padding, PerAxis outputPadding, int groups, PerAxis dilation);

    private static PerAxis PerAxis(Sample x, int position, string keyword) => x.IntsOrNull(position, keyword) is { } numbers ? numbers : default(PerAxis);

    private static Tensor Convolve(Sample x, Convolution convolution) => convolution(
        x.Tensor(0), x.Tensor(1), x.TensorOrNull(2, "bias"), PerAxis(x, 3, "stride"),
        x[4, "padding"] is string word ? word : PerAxis(x, 4, "padding"), PerAxis(x, 5, "dilation"), x.Int(6, "groups", 1));

    private static Tensor ConvolveTransposed(Sample x, Transposed convolution) => convolution(
        x.Tensor(0), x.Tensor(1), x.TensorOrNull(2, "bias"), PerAxis(x, 3, "stride"), PerAxis(x, 4, "padding"),
        PerAxis(x, 5, "output_padding"), x.Int(6, "groups", 1), PerAxis(x, 7, "dilation"));
}
