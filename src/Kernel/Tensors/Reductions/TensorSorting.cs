using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Elements in order. NaN is greatest, equal elements keep their order; gradients go where elements came from.
/// </summary>
public static class TensorSorting
{
    extension(Tensor x)
    {
        /// <summary>The elements in order along an axis, and where each was.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public ValuesAndIndices Sort(int dim = -1, bool descending = false) =>
            Search.Along("sort", x, dim, null, (lines, axis) => Search.Order(lines, axis, descending));

        /// <summary>The positions of the elements in order along an axis; int64.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor ArgSort(int dim = -1, bool descending = false) =>
            Search.Position("argsort", x, dim, null, (lines, axis) => Search.Order(lines, axis, descending));

        /// <summary>The elements in order along the first axis.</summary>
        public Tensor MSort() => x.Sort(0).Values;

        /// <summary>The greatest, or least, elements along an axis in order, and where each was.</summary>
        /// <param name="k">How many.</param>
        /// <param name="dim">The axis.</param>
        /// <param name="largest">Whether the greatest are wanted.</param>
        /// <exception cref="ArgumentException">There is no such axis, or it is shorter than k.</exception>
        public ValuesAndIndices TopK(int k, int dim = -1, bool largest = true)
        {
            var axis = Axes.Number("topk", x, dim);
            var length = x.Shape.Rank == 0 ? 1 : x.Shape[axis];
            return k >= 0 && k <= length
                ? Search.Along(
                    "topk", x, dim, null, (lines, along) => Search.Order(lines, along, largest).Narrow(along, 0, k))
                : throw new ArgumentException(
                    $"topk: axis {axis} of {x.Describe()} has {length} elements, not {k}");
        }
    }

    extension(Tensor)
    {
        /// <summary>
        /// Where values would have to be put into sorted lines so that these stay sorted; int64 of the values' shape.
        /// </summary>
        /// <param name="sortedSequence">
        /// Sorted along the innermost axis: a vector, or of the values' leading axes.
        /// </param>
        /// <param name="values">Any shape for a vector; else equal but for the innermost axis.</param>
        /// <param name="right">Whether behind equal elements rather than before them.</param>
        /// <exception cref="ArgumentException">The leading axes differ.</exception>
        public static Tensor SearchSorted(Tensor sortedSequence, Tensor values, bool right = false)
        {
            OneDevice.Require("searchsorted", sortedSequence, values);
            var (rows, sought) = (sortedSequence.Detach(), values.Detach());
            if (rows.Shape.Rank == 1)
            {
                sought = sought.Reshape([-1]);
            }
            else if (rows.Shape.Rank != sought.Shape.Rank || rows.Shape.Rank == 0
                || !rows.Shape.Lengths[..^1].SequenceEqual(sought.Shape.Lengths[..^1]))
            {
                throw new ArgumentException(
                    $"searchsorted: {sortedSequence.Describe()} and {values.Describe()} do not fit: a sorted sequence "
                        + "is a vector, or its leading axes are those of the values");
            }

            // Sorted together, the elements of the sequence before each value are counted.
            var (length, count) = (rows.Shape[^1], sought.Shape[^1]);
            var order = Tensor.Cat(right ? [rows, sought] : [sought, rows], -1).ArgSort();
            var isElement = (right ? order < length : order >= count).To(DType.Int64);
            var places = Tensor.ZerosLike(order);
            places.Backend.Scatter(isElement.CumSum(-1).View, order.Shape.Rank - 1, order.View, places.View);
            return places.Narrow(-1, right ? length : 0, count).Reshape(values.Shape);
        }

        /// <summary>The number of the bucket of each value, given the boundaries between buckets; int64.</summary>
        /// <param name="values">Any shape.</param>
        /// <param name="boundaries">A vector in ascending order; n of them make n + 1 buckets.</param>
        /// <param name="right">Whether a value equal to a boundary is in the bucket above it.</param>
        /// <exception cref="ArgumentException">The boundaries are not a vector.</exception>
        public static Tensor Bucketize(Tensor values, Tensor boundaries, bool right = false) =>
            boundaries.Shape.Rank == 1
                ? Tensor.SearchSorted(boundaries, values, right)
                : throw new ArgumentException($"bucketize: boundaries {boundaries.Describe()} must be a vector");
    }
}
