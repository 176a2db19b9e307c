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
        { "nn.functional.max_pool1d", x => MaxPool(x, Functional.MaxPool1dWithIndices) },
        { "nn.functional.max_pool2d", x => MaxPool(x, Functional.MaxPool2dWithIndices) },
        { "nn.functional.max_pool3d", x => MaxPool(x, Functional.MaxPool3dWithIndices) },
        { "nn.functional.avg_pool1d", x => Functional.AvgPool1d(
            Real(x).Tensor(0), PerAxis(x, 1, "kernel_size"), PerAxis(x, 2, "stride"), PerAxis(x, 3, "padding"),
            x.Bool(4, "ceil_mode"), x.Bool(5, "count_include_pad", true)) },
        { "nn.functional.avg_pool2d", x => Functional.AvgPool2d(
            Real(x).Tensor(0), PerAxis(x, 1, "kernel_size"), PerAxis(x, 2, "stride"), PerAxis(x, 3, "padding"),
            x.Bool(4, "ceil_mode"), x.Bool(5, "count_include_pad", true), x.IntOrNull(6, "divisor_override")) },
        { "nn.functional.avg_pool3d", x => Functional.AvgPool3d(
            Real(x).Tensor(0), PerAxis(x, 1, "kernel_size"), PerAxis(x, 2, "stride"), PerAxis(x, 3, "padding"),
            x.Bool(4, "ceil_mode"), x.Bool(5, "count_include_pad", true), x.IntOrNull(6, "divisor_override")) },
        { "nn.functional.adaptive_avg_pool1d", x => Functional.AdaptiveAvgPool1d(x.Tensor(0), Sizes(x)) },
        { "nn.functional.adaptive_avg_pool2d", x => Functional.AdaptiveAvgPool2d(x.Tensor(0), Sizes(x)) },
        { "nn.functional.adaptive_avg_pool3d", x => Functional.AdaptiveAvgPool3d(x.Tensor(0), Sizes(x)) },
        { "nn.functional.adaptive_max_pool1d", x => AdaptiveMaxPool(x, Functional.AdaptiveMaxPool1dWithIndices) },
        { "nn.functional.adaptive_max_pool2d", x => AdaptiveMaxPool(x, Functional.AdaptiveMaxPool2dWithIndices) },
        { "nn.functional.adaptive_max_pool3d", x => AdaptiveMaxPool(x, Functional.AdaptiveMaxPool3dWithIndices) },
    };

    private delegate Tensor Convolution(Tensor input, Tensor weight, Tensor? bias, PerAxis stride, Padding padding, PerAxis dilation, int groups);

    private delegate Tensor Transposed(
        Tensor input, Tensor weight, Tensor? bias, PerAxis stride, PerAxis padding, PerAxis outputPadding, int groups, PerAxis dilation);

    private delegate (Tensor Output, Tensor Indices) Pooling(
        Tensor input, PerAxis kernelSize, PerAxis stride, PerAxis padding, PerAxis dilation, bool ceilMode);

    private static Sample Real(Sample x) => x.LeaveOut(
        !x.Tensor(0).DType.IsReal, "PyTorch drops the fraction of a mean of whole numbers; it is refused here");

    private static Tensor[] MaxPool(Sample x, Pooling pooling)
    {
        var (output, indices) = pooling(
            x.Tensor(0), PerAxis(x, 1, "kernel_size"), PerAxis(x, 2, "stride"), PerAxis(x, 3, "padding"), PerAxis(x, 4, "dilation"),
            x.Bool(5, "ceil_mode"));
        return x.Bool(6, "return_indices") ? [output, indices] : [output];
    }

    private static Tensor[] AdaptiveMaxPool(Sample x, Func<Tensor, PerAxis, (Tensor Output, Tensor Indices)> pooling)
    {
        var (output, indices) = pooling(x.Tensor(0), Sizes(x));
        return x.Bool(2, "return_indices") ? [output, indices] : [output];
    }

    // None for as many windows as elements.
    private static PerAxis Sizes(Sample x) => x[1, "output_size"] is object?[] list
        ? Array.ConvertAll(list, size => size is long number ? checked((int)number) : -1)
        : x.Int(1, "output_size");

    private static PerAxis PerAxis(Sample x, int position, string keyword) => x.IntsOrNull(position, keyword) is { } numbers ? numbers : default(PerAxis);

    private static Tensor Convolve(Sample x, Convolution convolution) => convolution(
        x.Tensor(0), x.Tensor(1), x.TensorOrNull(2, "bias"), PerAxis(x, 3, "stride"),
        x[4, "padding"] is string word ? word : PerAxis(x, 4, "padding"), PerAxis(x, 5, "dilation"), x.Int(6, "groups", 1));

    private static Tensor ConvolveTransposed(Sample x, Transposed convolution) => convolution(
        x.Tensor(0), x.Tensor(1), x.TensorOrNull(2, "bias"), PerAxis(x, 3, "stride"), PerAxis(x, 4, "padding"),
        PerAxis(x, 5, "output_padding"), x.Int(6, "groups", 1), PerAxis(x, 7, "dilation"));
}
