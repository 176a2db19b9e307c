using NotebookGrad.Backends;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Convolutions of any number of spatial axes.</content>
public static partial class Functional
{
    private static Tensor Convolve(
        string operation, int axes, Tensor input, Tensor weight, Tensor? bias,
        PerAxis stride, Padding padding, PerAxis dilation, int groups)
    {
        CheckOperands(operation, axes, input, weight, bias, groups, channels: 1, features: 0);
        var strides = stride.Or(1).For(operation, "stride", axes, least: 1);
        var spacing = dilation.Or(1).For(operation, "dilation", axes, least: 1);
        var before = padding.For(operation, axes);
        if (padding.IsSame && strides.Any(step => step != 1))
        {
            throw new ArgumentException($"{operation}: padding \"same\" needs stride 1, not {stride}");
        }

        var windows = new SlidingAxis[axes];
        for (var axis = 0; axis < axes; axis++)
        {
            var (length, kernel) = (input.Shape[axis - axes + input.Shape.Rank], weight.Shape[axis + 2]);
            var span = (spacing[axis] * (kernel - 1)) + 1;
            var total = padding.IsSame ? span - 1 : 2 * before[axis];
            if (kernel == 0 || length + total < span)
            {
                throw new ArgumentException(
                    $"{operation}: the kernel of {weight.Describe("weight")} spans {span} elements of spatial axis "
                    + $"{axis}, but {input.Describe("input")} has {length + total} there with its padding; pad "
                    + "more, or "
                    + "take a smaller kernel or dilation");
            }

            var output = ((length + total - span) / strides[axis]) + 1;
            windows[axis] = new(
                length, output, kernel, strides[axis], padding.IsSame ? total / 2 : before[axis], spacing[axis]);
        }

        return Convolve(new(windows, groups, ConvolutionRole.Output), axes, input, weight, bias);
    }

    private static Tensor ConvolveTransposed(
        string operation, int axes, Tensor input, Tensor weight, Tensor? bias,
        PerAxis stride, PerAxis padding, PerAxis outputPadding, int groups, PerAxis dilation)
    {
        CheckOperands(operation, axes, input, weight, bias, groups, channels: 0, features: 1);
        var strides = stride.Or(1).For(operation, "stride", axes, least: 1);
        var spacing = dilation.Or(1).For(operation, "dilation", axes, least: 1);
        var cut = padding.Or(0).For(operation, "padding", axes, least: 0);
        var added = outputPadding.Or(0).For(operation, "output_padding", axes, least: 0);
        var windows = new SlidingAxis[axes];
        for (var axis = 0; axis < axes; axis++)
        {
            if (added[axis] >= Math.Max(strides[axis], spacing[axis]))
            {
                throw new ArgumentException(
                    $"{operation}: output_padding {added[axis]} must be less than the stride {strides[axis]} or the "
                    + $"dilation {spacing[axis]}: what is farther from the input depends on nothing");
            }

            var (length, kernel) = (input.Shape[axis - axes + input.Shape.Rank], weight.Shape[axis + 2]);
            var span = (spacing[axis] * (kernel - 1)) + 1;
            var result = ((length - 1) * strides[axis]) - (2 * cut[axis]) + span + added[axis];
            if (kernel == 0 || result < 1)
            {
                throw new ArgumentException(
                    $"{operation}: of {input.Describe("input")} and {weight.Describe("weight")} nothing is left on "
                    + $"spatial axis {axis}: its length would be {result}; cut less off by padding");
            }

            windows[axis] = new(result, length, kernel, strides[axis], cut[axis], spacing[axis]);
        }

        return Convolve(new(windows, groups, ConvolutionRole.Input), axes, input, weight, bias);
    }

    private static Tensor Convolve(Convolution convolution, int axes, Tensor input, Tensor weight, Tensor? bias)
    {
        var dtype = Promotion.Common(input, weight);
        var isBatch = input.Shape.Rank == axes + 2;
        var batch = isBatch ? input : input.Reshape([1, .. input.Shape.Lengths]);
        var y = convolution.Apply(batch.To(dtype), weight.To(dtype));
        y = bias is null ? y : y + bias.Reshape([-1, .. Enumerable.Repeat(1, axes)]);
        return isBatch ? y : y.Reshape(y.Shape.ToArray()[1..]);
    }

    // The axis of the weight that holds the input's channels of one group (or all), and that of the features.
    private static void CheckOperands(
        string operation, int axes, Tensor input, Tensor weight, Tensor? bias, int groups, int channels, int features)
    {
        if (weight.Shape.Rank != axes + 2 || input.Shape.Rank < axes + 1 || input.Shape.Rank > axes + 2)
        {
            var kernel = channels == 1 ? "[features, channels/groups" : "[channels, features/groups";
            throw new ArgumentException(
                $"{operation}: {input.Describe("input")} and {weight.Describe("weight")}: the input must have "
                + $"{axes + 2} axes, [batch, channels, …], or {axes + 1} without a batch, and the weight {axes + 2}, "
                + $"{kernel}, …]");
        }

        var inputChannels = input.Shape[input.Shape.Rank - axes - 1];
        var expected = channels == 1 ? weight.Shape[1] * groups : weight.Shape[0];
        if (groups < 1 || weight.Shape[0] % groups != 0 || inputChannels != expected)
        {
            throw new ArgumentException(
                $"{operation}: {weight.Describe("weight")} with groups {groups} takes {expected} channels in, and its "
                + $"first axis must be a multiple of groups; {input.Describe("input")} has {inputChannels} channels");
        }

        var count = features == 0 ? weight.Shape[0] : weight.Shape[1] * groups;
        if (bias is not null && (bias.Shape.Rank != 1 || bias.Shape[0] != count))
        {
            throw new ArgumentException(
                $"{operation}: {bias.Describe("bias")} must be [{count}], one number for each feature of weight "
                + $"{weight.Describe()}");
        }

        if (input.DType == DType.Bool || weight.DType == DType.Bool)
        {
            throw new ArgumentException(
                $"{operation}: truth values have no products; convert with .To(DType.Float32)");
        }
    }
}
