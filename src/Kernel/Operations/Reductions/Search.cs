using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// Searches for elements along an axis. Each gives positions, int64, along an axis that stays: those are constants, and
/// the elements are gathered by them.
/// </summary>
internal static class Search
{
    /// <summary>The elements that a search along an axis finds, and their positions.</summary>
    /// <param name="name">The search.</param>
    /// <param name="x">Where; a tensor without axes passes for one of one axis.</param>
    /// <param name="dim">The axis.</param>
    /// <param name="keepDim">Whether an axis of length 1 stays; null if the search finds many elements.</param>
    /// <param name="search">Positions in lines along an axis.</param>
    /// <exception cref="ArgumentException">
    /// There is no such axis, or it is empty where one element is sought.
    /// </exception>
    public static ValuesAndIndices Along(
        string name, Tensor x, int dim, bool? keepDim, Func<Tensor, int, Tensor> search)
    {
        var (lines, axis, index, shape) = Find(name, x, dim, keepDim, search);
        return new(new Found(name, axis, index, shape).Apply(lines), index.Reshape(shape));
    }

    /// <summary>As <see cref="Along"/>, where the positions alone are wanted.</summary>
    public static Tensor Position(string name, Tensor x, int dim, bool? keepDim, Func<Tensor, int, Tensor> search)
    {
        var (_, _, index, shape) = Find(name, x, dim, keepDim, search);
        return index.Reshape(shape);
    }

    /// <summary>The first greatest, or least, element.</summary>
    public static Tensor Most(Tensor lines, int axis, bool least)
    {
        var y = lines.EmptyLike(DType.Int64, Axes.Of("argmax", lines, axis).Reduced(lines.Shape));
        y.Backend.ArgMax(lines.View, axis, least, y.View);
        return y;
    }

    /// <summary>All elements in order; equal ones keep theirs.</summary>
    public static Tensor Order(Tensor lines, int axis, bool descending = false)
    {
        var y = lines.EmptyLike(DType.Int64, lines.Shape);
        y.Backend.ArgSort(lines.View, axis, descending, y.View);
        return y;
    }

    /// <summary>The lower middle element of all numbers; NaN first, unless it is ignored.</summary>
    public static Tensor Middle(Tensor lines, int axis, bool ignoresNaN)
    {
        var length = lines.Shape[axis];
        var numbers = lines.Eq(lines).Sum(axis, keepDim: true);
        var rank = ((numbers - 1).To(DType.Float64) / 2).To(DType.Int64);
        if (!ignoresNaN)
        {
            var isComplete = numbers.Eq(length).To(DType.Int64);
            rank = (rank * isComplete) + (numbers * (1 - isComplete));
        }

        return Order(lines, axis).Gather(axis, rank);
    }

    /// <summary>The last one of the most frequent elements; of several such, the least.</summary>
    public static Tensor MostFrequent(Tensor lines, int axis)
    {
        var order = Order(lines, axis);
        var sorted = lines.Gather(axis, order);
        var positions = Positions(lines, axis);
        var length = lines.Shape[axis];
        var isSame = sorted.Narrow(axis, 1, length - 1).Eq(sorted.Narrow(axis, 0, length - 1)).To(DType.Int64);
        var isSameAsLast = Tensor.Cat([positions.Narrow(axis, 0, 1), isSame], axis);
        var starts = Scan<Greatest>(positions * (1 - isSameAsLast), axis);
        return order.Gather(axis, Most(positions - starts, axis, least: false));
    }

    /// <summary>For each position the last one up to there whose element is greatest, or least, so far.</summary>
    public static Tensor Records<TKernel>(Tensor lines, int axis)
        where TKernel : struct, IReductionKernel
    {
        var numbers = lines.Countable();
        var isNumber = numbers.Eq(numbers).To(DType.Int64);
        var isRecord = numbers.Eq(Scan<TKernel>(numbers, axis)).To(DType.Int64);
        return Scan<Greatest>(Positions(lines, axis) * (isRecord + 1 - isNumber), axis);
    }

    private static (Tensor Lines, int Axis, Tensor Index, Shape Shape) Find(
        string name, Tensor x, int dim, bool? keepDim, Func<Tensor, int, Tensor> search)
    {
        var axis = Axes.Number(name, x, dim);
        var lines = x.AtLeast1D();
        if (keepDim is not null && lines.Shape[axis] == 0)
        {
            throw new ArgumentException($"{name}: axis {axis} of {x.Describe()} is empty and has no element to find");
        }

        var index = search(lines.Detach(), axis);
        var shape = x.Shape.Rank == 0 && index.Count == 1 ? default
            : keepDim == false ? Axes.Of(name, lines, axis).Result(lines.Shape, keepDim: false)
            : index.Shape;
        return (lines, axis, index, shape);
    }

    /// <summary>0, 1, 2, … along an axis.</summary>
    private static Tensor Positions(Tensor lines, int axis)
    {
        int[] along = [.. Enumerable.Repeat(1, lines.Shape.Rank)];
        along[axis] = lines.Shape[axis];
        return Tensor.Arange(0, lines.Shape[axis], device: lines.Device).Reshape(along).Expand(lines.Shape);
    }

    private static Tensor Scan<TKernel>(Tensor lines, int axis)
        where TKernel : struct, IReductionKernel
    {
        var y = lines.EmptyLike(lines.DType, lines.Shape);
        y.Backend.Scan<TKernel>(lines.View, axis, y.View);
        return y;
    }
}
