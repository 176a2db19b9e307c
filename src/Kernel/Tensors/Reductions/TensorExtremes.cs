using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// The greatest, least and middle elements. Of all elements, or as amax and amin, those that are equal share the
/// gradient evenly; along an axis it goes to the one at the index returned. NaN is found before any number.
/// </summary>
public static class TensorExtremes
{
    extension(Tensor x)
    {
        /// <summary>The greatest element; shape [].</summary>
        /// <exception cref="ArgumentException">There are no elements.</exception>
        public Tensor Max() => Most<Greatest>("max", x, null, false);

        /// <summary>The greatest elements along an axis, and their positions.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public ValuesAndIndices Max(int dim, bool keepDim = false) =>
            Search.Along("max", x, dim, keepDim, (lines, axis) => Search.Most(lines, axis, least: false));

        /// <summary>The least element; shape [].</summary>
        /// <exception cref="ArgumentException">There are no elements.</exception>
        public Tensor Min() => Most<Least>("min", x, null, false);

        /// <summary>The least elements along an axis, and their positions.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public ValuesAndIndices Min(int dim, bool keepDim = false) =>
            Search.Along("min", x, dim, keepDim, (lines, axis) => Search.Most(lines, axis, least: true));

        /// <summary>The greatest elements along an axis; equal ones share the gradient.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public Tensor Amax(int dim, bool keepDim = false) => x.Amax([dim], keepDim);

        /// <summary>The greatest elements along some axes or all; equal ones share the gradient.</summary>
        /// <exception cref="ArgumentException">There is no such axis, one is named twice, or one is empty.</exception>
        public Tensor Amax(int[]? dim = null, bool keepDim = false) => Most<Greatest>("amax", x, dim, keepDim);

        /// <summary>The least elements along an axis; equal ones share the gradient.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public Tensor Amin(int dim, bool keepDim = false) => x.Amin([dim], keepDim);

        /// <summary>The least elements along some axes or all; equal ones share the gradient.</summary>
        /// <exception cref="ArgumentException">There is no such axis, one is named twice, or one is empty.</exception>
        public Tensor Amin(int[]? dim = null, bool keepDim = false) => Most<Least>("amin", x, dim, keepDim);

        /// <summary>The least and greatest elements along an axis, or of all; equal ones share the gradient.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public (Tensor Min, Tensor Max) Aminmax(int? dim = null, bool keepDim = false)
        {
            int[]? axes = dim is { } axis ? [axis] : null;
            return (Most<Least>("aminmax", x, axes, keepDim), Most<Greatest>("aminmax", x, axes, keepDim));
        }

        /// <summary>The position of the first greatest element in row-major order, int64; shape [].</summary>
        /// <exception cref="ArgumentException">There are no elements.</exception>
        public Tensor ArgMax() => x.Flatten().ArgMax(0);

        /// <summary>
        /// The position along an axis of the first greatest element, int64; the axis goes or stays with length 1.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public Tensor ArgMax(int dim, bool keepDim = false) => Search.Position(
            "argmax", x, dim, keepDim, (lines, axis) => Search.Most(lines, axis, least: false));

        /// <summary>The position of the first least element in row-major order, int64; shape [].</summary>
        /// <exception cref="ArgumentException">There are no elements.</exception>
        public Tensor ArgMin() => x.Flatten().ArgMin(0);

        /// <summary>
        /// The position along an axis of the first least element, int64; the axis goes or stays with length 1.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public Tensor ArgMin(int dim, bool keepDim = false) => Search.Position(
            "argmin", x, dim, keepDim, (lines, axis) => Search.Most(lines, axis, least: true));

        /// <summary>The middle element, the lower one of two; shape []. NaN if there is NaN, or nothing.</summary>
        public Tensor Median() => Middle("median", x, ignoresNaN: false);

        /// <summary>The middle elements along an axis, the lower ones of two, and their positions.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public ValuesAndIndices Median(int dim, bool keepDim = false) => Search.Along(
            "median", x, dim, keepDim, (lines, axis) => Search.Middle(lines, axis, ignoresNaN: false));

        /// <summary>The middle one of the elements that are not NaN, the lower one of two; shape [].</summary>
        public Tensor NanMedian() => Middle("nanmedian", x, ignoresNaN: true);

        /// <summary>The middle ones of the elements that are not NaN along an axis, and their positions.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public ValuesAndIndices NanMedian(int dim, bool keepDim = false) => Search.Along(
            "nanmedian", x, dim, keepDim, (lines, axis) => Search.Middle(lines, axis, ignoresNaN: true));

        /// <summary>
        /// The elements that are most frequent along an axis, the least of them, and the position where each is last.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public ValuesAndIndices Mode(int dim = -1, bool keepDim = false) =>
            Search.Along("mode", x, dim, keepDim, Search.MostFrequent);

        /// <summary>The k-th least elements along an axis, counted from 1, and their positions.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is shorter than k.</exception>
        public ValuesAndIndices KthValue(int k, int dim = -1, bool keepDim = false)
        {
            var axis = Axes.Number("kthvalue", x, dim);
            var length = x.Shape.Rank == 0 ? 1 : x.Shape[axis];
            return k >= 1 && k <= length
                ? Search.Along(
                    "kthvalue", x, dim, keepDim, (lines, along) => Search.Order(lines, along).Narrow(along, k - 1, 1))
                : throw new ArgumentException(
                    $"kthvalue: axis {axis} of {x.Describe()} has {length} elements and none of rank {k}; ranks "
                        + "count from 1");
        }

        /// <summary>The greatest elements up to each position along an axis, and where each was last met.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public ValuesAndIndices CumMax(int dim) => Search.Along("cummax", x, dim, null, Search.Records<Greatest>);

        /// <summary>The least elements up to each position along an axis, and where each was last met.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public ValuesAndIndices CumMin(int dim) => Search.Along("cummin", x, dim, null, Search.Records<Least>);
    }

    private static Tensor Most<TKernel>(string name, Tensor x, int[]? dim, bool keepDim)
        where TKernel : struct, Backends.IReductionKernel
    {
        var axes = Axes.OfOrAll(name, x, dim);
        if (axes.CountIn(x.Shape) == 0)
        {
            throw new ArgumentException($"{name}: {x.Describe()} has no elements along the axes to find one of");
        }

        var shape = axes.Result(x.Shape, keepDim);
        var found = new Extremum(name, axes, shape, (values, along) => along.Reduce<TKernel>(values, shape))
            .Apply(x.Countable());
        return found.To(x.DType);
    }

    private static Tensor Middle(string name, Tensor x, bool ignoresNaN) => x.Count == 0
        ? Tensor.Full(default, double.NaN, dtype: x.OnlyReal(name).DType, device: x.Device)
        : new Extremum(name, Axes.All(x), default, (values, _) =>
        {
            var line = values.Reshape([-1]);
            return line.Gather(0, Search.Middle(line, 0, ignoresNaN));
        }).Apply(x);
}
