namespace NotebookGrad;

/// <content>Grids of places to sample an image at.</content>
public static partial class Functional
{
    /// <summary>
    /// Where each element of a result lies in an input that an affine map distorts. Jaderberg and others, "Spatial
    /// transformer networks" (2015).
    /// </summary>
    /// <param name="theta">The maps, [batch, 2, 3] for images or [batch, 3, 4] for volumes; real numbers.</param>
    /// <param name="size">The shape wanted: [batch, channels, height, width], or with a depth before it.</param>
    /// <param name="alignCorners">
    /// Whether −1 and 1 are the middles of the outermost elements, instead of their outer edges.
    /// </param>
    /// <returns>
    /// [batch, height, width, 2] or [batch, depth, height, width, 3]: places x, y(, z) between −1 and 1.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor AffineGrid(Tensor theta, Shape size, bool alignCorners = false)
    {
        var axes = size.Rank - 2;
        if (axes is not (2 or 3) || theta.Shape != Shape.Create([size[0], axes, axes + 1]) || !theta.DType.IsReal)
        {
            throw new ArgumentException(
                $"affine_grid: theta {theta.Describe()} {theta.DType.Text} must be real numbers [batch, 2, 3] for size "
                + $"[batch, channels, height, width], or [batch, 3, 4] for one with depth; size is {size}");
        }

        int[] lengths = size.ToArray()[2..];
        var places = Tensor.Ones([.. lengths, axes + 1], dtype: theta.DType, device: theta.Device);
        for (var axis = 0; axis < axes; axis++)
        {
            // The innermost axis comes first, as x does before y.
            var line = TensorCreation.Make<double>(
                Places(lengths[axis], alignCorners), [lengths[axis]], false, theta.DType, theta.Device);
            places.Select(-1, axes - 1 - axis).Copy_(
                line.Reshape([-1, .. Enumerable.Repeat(1, axes - axis - 1)]).Expand(lengths));
        }

        var grid = places.Reshape(1, -1, axes + 1).MatMul(theta.Transpose(1, 2));
        return grid.Reshape([size[0], .. lengths, axes]);
    }

    private static double[] Places(int length, bool alignCorners)
    {
        var reach = alignCorners ? 1 : (length - 1.0) / length;
        return length < 2
            ? new double[length]
            : [.. Enumerable.Range(0, length).Select(i => reach * ((2.0 * i / (length - 1)) - 1))];
    }
}
