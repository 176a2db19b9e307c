using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Partial inverses of max pooling.</content>
public static partial class Functional
{
    /// <summary>
    /// Puts the greatest elements back where <see cref="MaxPool1dWithIndices"/> found them, among zeros.
    /// </summary>
    /// <param name="input">[…, windows], with one or two leading axes.</param>
    /// <param name="indices">Where each element goes, int64 of the input's shape.</param>
    /// <param name="kernelSize">The size of the windows.</param>
    /// <param name="stride">How far apart they began; their size if not given.</param>
    /// <param name="padding">How far they reached beyond the ends.</param>
    /// <param name="outputSize">The length to restore, where more than one is possible.</param>
    /// <returns>[…, length]; of several elements for one place the last is there, and gets the gradient.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or an index is out of bounds.</exception>
    public static Tensor MaxUnpool1d(
        Tensor input, Tensor indices, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis outputSize = default) =>
        MaxUnpool("max_unpool1d", 1, input, indices, kernelSize, stride, padding, outputSize);

    /// <summary>As <see cref="MaxUnpool1d"/>, for images.</summary>
    /// <param name="input">[…, windows down, windows across], with one or two leading axes.</param>
    /// <param name="indices">Where each element goes in row-major order, int64 of the input's shape.</param>
    /// <param name="kernelSize">The size of the windows.</param>
    /// <param name="stride">How far apart they began; their size if not given.</param>
    /// <param name="padding">How far they reached beyond the ends.</param>
    /// <param name="outputSize">Height and width to restore, where more than one is possible.</param>
    /// <returns>[…, height, width]; of several elements for one place the last is there.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or an index is out of bounds.</exception>
    public static Tensor MaxUnpool2d(
        Tensor input, Tensor indices, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis outputSize = default) =>
        MaxUnpool("max_unpool2d", 2, input, indices, kernelSize, stride, padding, outputSize);

    /// <summary>As <see cref="MaxUnpool1d"/>, for volumes.</summary>
    /// <param name="input">[…, windows], three spatial axes after one or two leading ones.</param>
    /// <param name="indices">Where each element goes in row-major order, int64 of the input's shape.</param>
    /// <param name="kernelSize">The size of the windows.</param>
    /// <param name="stride">How far apart they began; their size if not given.</param>
    /// <param name="padding">How far they reached beyond the ends.</param>
    /// <param name="outputSize">Depth, height and width to restore, where more than one is possible.</param>
    /// <returns>[…, depth, height, width]; of several elements for one place the last is there.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit, or an index is out of bounds.</exception>
    public static Tensor MaxUnpool3d(
        Tensor input, Tensor indices, PerAxis kernelSize, PerAxis stride = default, PerAxis padding = default,
        PerAxis outputSize = default) =>
        MaxUnpool("max_unpool3d", 3, input, indices, kernelSize, stride, padding, outputSize);

    private static Tensor MaxUnpool(
        string operation, int axes, Tensor input, Tensor indices, PerAxis kernelSize, PerAxis stride, PerAxis padding,
        PerAxis outputSize)
    {
        var lengths = Spatial(operation, axes, input);
        if (indices.DType != DType.Int64 || indices.Shape != input.Shape)
        {
            throw new ArgumentException(
                $"{operation}: indices {indices.Describe()} {indices.DType.Text} must be int64 and of the shape of "
                + "input " + input.Describe());
        }

        var kernel = kernelSize.For(operation, "kernel_size", axes, least: 1);
        var strides = stride.Or(kernel).For(operation, "stride", axes, least: 1);
        var before = padding.Or(0).For(operation, "padding", axes, least: 0);
        int[] natural = [.. Enumerable.Range(0, axes).Select(
            axis => ((lengths[axis] - 1) * strides[axis]) - (2 * before[axis]) + kernel[axis])];
        var sizes = outputSize.Or(natural).For(operation, "output_size", axes, least: 1);
        if (sizes.Zip(natural, strides).Any(axis => Math.Abs(axis.First - axis.Second) >= axis.Third))
        {
            throw new ArgumentException(
                $"{operation}: output_size [{string.Join(", ", sizes)}] must differ from "
                + $"[{string.Join(", ", natural)}] by less than the stride "
                + $"[{string.Join(", ", strides)}], for {input.Describe()} to come from it");
        }

        Shape shape = [.. input.Shape.Lengths[..^axes], .. sizes];
        var unpool = new MaxUnpool(operation, indices.Detach(), shape, axes);
        return LastOfEachPlace(indices.Detach().FlattenInner(axes), new Shape(sizes).Count) is { } last
            ? unpool.Apply(input * last.Reshape(input.Shape).To(input.DType))
            : unpool.Apply(input);
    }

    // Where several elements go to one place, whether each is the last of them; else null.
    private static Tensor? LastOfEachPlace(Tensor positions, long places)
    {
        var axis = positions.Shape.Rank - 1;
        var numbers = Tensor.Arange(0, positions.Shape[axis], device: positions.Device).Expand(positions.Shape);
        var last = Tensor.Zeros(
            [.. positions.Shape.Lengths[..axis], checked((int)places)], dtype: DType.Int64, device: positions.Device);
        last.Backend.Scatter(numbers.View, axis, positions.View, last.View);
        var isLast = last.Gather(axis, positions).Eq(numbers);
        return isLast.LogicalNot().Sum().Item<long>() > 0 ? isLast : null;
    }
}
