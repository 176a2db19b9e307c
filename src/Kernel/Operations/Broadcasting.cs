namespace NotebookGrad.Operations;

/// <summary>
/// The rule by which shapes meet: aligned at the innermost axis, a missing axis or one of length 1 stretches.
/// </summary>
internal static class Broadcasting
{
    /// <summary>The shape in which two operands meet.</summary>
    /// <exception cref="ArgumentException">They do not; the message names both and the axis that offends.</exception>
    public static Shape Common(string operation, Tensor a, Tensor b) => Common(operation, a, b, a.Shape, b.Shape, 0);

    /// <summary>
    /// The shape in which two shapes meet, but for their innermost axes if those have a meaning of their own.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// They do not; the message names both operands and the axis that offends.
    /// </exception>
    public static Shape Common(string operation, Tensor a, Tensor b, Shape aShape, Shape bShape, int innerAxes)
    {
        var (aRank, bRank) = (aShape.Rank - innerAxes, bShape.Rank - innerAxes);
        var rank = Math.Max(aRank, bRank);
        var lengths = new int[rank];
        for (var axis = 0; axis < rank; axis++)
        {
            var left = LengthAt(aShape, axis - rank + aRank);
            var right = LengthAt(bShape, axis - rank + bRank);
            if (left != right && left != 1 && right != 1)
            {
                throw new ArgumentException(
                    $"{operation}: {a.Describe()} and {b.Describe()} do not broadcast: axis {axis} is {left} against "
                    + $"{right}. Axes align from the right, and lengths must be equal or 1.");
            }

            lengths[axis] = left == 1 ? right : left;
        }

        return new Shape(lengths);
    }

    private static int LengthAt(Shape shape, int axis) => axis < 0 ? 1 : shape[axis];
}
