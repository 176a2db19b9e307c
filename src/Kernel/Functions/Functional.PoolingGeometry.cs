using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Poolings over any number of spatial axes.</content>
public static partial class Functional
{
    private static (Tensor Output, Tensor Indices) MaxPool(
        string operation, int axes, Tensor input, PerAxis kernelSize, PerAxis stride, PerAxis padding,
        PerAxis dilation, bool ceilMode)
    {
        var (windows, _) = Sliding(operation, axes, input, kernelSize, stride, padding, dilation, ceilMode);
        var bare = Enumerable.Range(0, axes).FirstOrDefault(axis => windows[axis].Counts().Contains(0), -1);
        return bare < 0
            ? MaxPool(operation, input, windows)
            : throw new ArgumentException(
                $"{operation}: a window on spatial axis {bare} of {input.Describe("input")} has only padding under its "
                + "elements, and no greatest one; take less padding or dilation");
    }

    private static (Tensor Output, Tensor Indices) AdaptiveMaxPool(
        string operation, int axes, Tensor input, PerAxis outputSize) =>
        MaxPool(operation, input, Adaptive(operation, axes, input, outputSize));

    private static (Tensor Output, Tensor Indices) MaxPool(string operation, Tensor input, Windows windows)
    {
        var positions = windows.ArgMax(input.Detach());
        return (new MaxPool(operation, windows.Rank, positions).Apply(input), positions);
    }

    private static Tensor AveragePool(
        string operation, int axes, Tensor input, PerAxis kernelSize, PerAxis stride, PerAxis padding, bool ceilMode,
        bool countIncludePad, int? divisorOverride)
    {
        var (windows, padded) = Sliding(operation, axes, input, kernelSize, stride, padding, default, ceilMode);
        var counts = countIncludePad ? padded : windows.Counts();
        if (divisorOverride is { } divisor)
        {
            counts = divisor != 0
                ? [[divisor]]
                : throw new ArgumentException($"{operation}: divisor_override must not be 0");
        }

        return new AveragePool(operation, windows, Divisor(input, counts)).Apply(input);
    }

    private static Tensor AdaptiveAveragePool(string operation, int axes, Tensor input, PerAxis outputSize)
    {
        var windows = Adaptive(operation, axes, input, outputSize);
        return new AveragePool(operation, windows, Divisor(input, windows.Counts())).Apply(input);
    }

    // A window's divisor is the product of its lengths along the axes; one number where all windows are alike.
    private static Tensor Divisor(Tensor input, int[][] counts)
    {
        var sizes = Array.TrueForAll(counts, axis => axis.Distinct().Count() == 1)
            ? Array.ConvertAll(counts, axis => axis[..1])
            : counts;
        IEnumerable<double> products = [1];
        foreach (var axis in sizes)
        {
            products = [.. products.SelectMany(_ => axis, (product, size) => product * size)];
        }

        Shape shape = sizes.All(axis => axis.Length == 1) ? [] : Array.ConvertAll(sizes, axis => axis.Length);
        return TensorCreation.Make<double>(products.ToArray(), shape, false, input.DType, input.Device);
    }

    // Windows of one size, and along each axis the length of each window with its padding.
    private static (Windows Windows, int[][] Padded) Sliding(
        string operation, int axes, Tensor input, PerAxis kernelSize, PerAxis stride, PerAxis padding,
        PerAxis dilation, bool ceilMode)
    {
        var lengths = Spatial(operation, axes, input);
        var kernel = kernelSize.For(operation, "kernel_size", axes, least: 1);
        var strides = stride.Or(kernel).For(operation, "stride", axes, least: 1);
        var before = padding.Or(0).For(operation, "padding", axes, least: 0);
        var spacing = dilation.Or(1).For(operation, "dilation", axes, least: 1);
        var windows = new WindowAxis[axes];
        var padded = new int[axes][];
        for (var axis = 0; axis < axes; axis++)
        {
            if (2 * before[axis] > kernel[axis])
            {
                throw new ArgumentException(
                    $"{operation}: padding {before[axis]} must be at most half of kernel_size {kernel[axis]}, or a "
                    + "window would have no element");
            }

            var span = (spacing[axis] * (kernel[axis] - 1)) + 1;
            var count = PooledLength(lengths[axis], span, strides[axis], before[axis], ceilMode);
            if (count < 1)
            {
                throw new ArgumentException(
                    $"{operation}: a window spans {span} elements of spatial axis {axis}, but "
                    + $"{input.Describe("input")} "
                    + $"has {lengths[axis] + (2 * before[axis])} there with its padding; take a smaller window");
            }

            windows[axis] = WindowAxis.Sliding(
                lengths[axis], count, kernel[axis], strides[axis], before[axis], spacing[axis]);
            var (end, step, size) = (lengths[axis] + (2 * before[axis]), strides[axis], kernel[axis]);
            padded[axis] = [.. Enumerable.Range(0, count).Select(window => Math.Min(size, end - (window * step)))];
        }

        return (new(windows), padded);
    }

    // A last window that is not full must still begin inside the input or its padding in front.
    private static int PooledLength(int length, int span, int stride, int before, bool ceilMode)
    {
        var room = length + (2 * before) - span;
        if (room < 0 && (!ceilMode || room + stride <= 0))
        {
            return 0;
        }

        var count = ((room + (ceilMode ? stride - 1 : 0)) / stride) + 1;
        return ceilMode && (count - 1) * stride >= length + before ? count - 1 : count;
    }

    private static Windows Adaptive(string operation, int axes, Tensor input, PerAxis outputSize)
    {
        var lengths = Spatial(operation, axes, input);
        var counts = outputSize.For(operation, "output_size", axes, least: -1);
        return lengths.All(length => length > 0)
            ? new([.. lengths.Zip(counts, (length, count) => WindowAxis.Adaptive(length, count < 0 ? length : count))])
            : throw new ArgumentException(
                $"{operation}: the spatial axes of {input.Describe("input")} must not be empty");
    }

    private static int[] Spatial(string operation, int axes, Tensor input)
    {
        if (input.Shape.Rank < axes + 1 || input.Shape.Rank > axes + 2)
        {
            throw new ArgumentException(
                $"{operation}: {input.Describe("input")} must have {axes + 2} axes, [batch, channels, …], or "
                + $"{axes + 1} "
                + "without a batch");
        }

        return input.OnlyReal(operation).Shape.ToArray()[^axes..];
    }
}
