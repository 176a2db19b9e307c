using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Elements picked and placed by truth values or by positions in several axes, under PyTorch's names.
/// </summary>
public static class TensorSelection
{
    extension(Tensor x)
    {
        /// <summary>The elements where a mask is true, in row-major order, as a vector; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The mask is not bool, or the shapes do not broadcast.</exception>
        public Tensor MaskedSelect(Tensor mask)
        {
            var (whole, selection) = Masked("masked_select", x, mask);
            return new Picked("masked_select", selection, "mask").Apply(whole);
        }

        /// <summary>
        /// The tensor with the first elements of a source, in row-major order, where a mask is true; it broadcasts.
        /// </summary>
        /// <exception cref="ArgumentException">The mask does not fit, or the source has too few elements.</exception>
        public Tensor MaskedScatter(Tensor mask, Tensor source)
        {
            OneDevice.Require("masked_scatter", x, mask, source);
            var (whole, selection) = Masked("masked_scatter", x, mask);
            var count = (int)selection.Shape.Count;
            return source.Count >= count && source.DType == x.DType
                ? new IndexPut(selection).Apply(whole, source.Reshape(-1)[..count]).Reshape(
                    Broadcasting.Common("masked_scatter", x, mask))
                : throw new ArgumentException(
                    $"masked_scatter: {source.Describe("source")} {source.DType.Text} must have at least {count} "
                    + $"elements of {x.DType.Text}, as many as the {mask.Describe("mask")} has true ones");
        }

        /// <summary>
        /// Elements by their position in row-major order, negative ones from the end; of the index's shape.
        /// </summary>
        /// <exception cref="ArgumentException">The index is not int64, or out of bounds.</exception>
        public Tensor Take(Tensor index)
        {
            if (index.DType != DType.Int64)
            {
                throw new ArgumentException($"take: {index.Describe("index")} {index.DType.Text} must be int64");
            }

            OneDevice.Require("take", x, index);
            var all = x.Reshape(-1);
            return new Picked("take", Chosen("take", all, (0, index)), "i").Apply(all);
        }

        /// <summary>
        /// The tensor with values placed where tensors of positions or truth values choose, one for each axis from the
        /// outermost, null for a whole axis; what <c>x[…] = values</c> does, but into a new tensor.
        /// </summary>
        /// <param name="indices">Positions, int64, or truth values.</param>
        /// <param name="values">Broadcasts to what is chosen, and is converted to x's dtype.</param>
        /// <param name="accumulate">
        /// Whether values are added to what is there, as often as it is chosen, instead of replacing it.
        /// </param>
        /// <exception cref="ArgumentException">An index is out of bounds, or the values do not broadcast.</exception>
        public Tensor IndexPut(IReadOnlyList<Tensor?> indices, Tensor values, bool accumulate = false)
        {
            var axis = 0;
            List<(int Axis, Tensor Index)> tensors = [];
            foreach (var index in indices)
            {
                if (index is not null)
                {
                    _ = (TensorIndex)index;
                    tensors.Add((axis, index));
                }

                axis += index is { DType: DType.Bool } ? index.Shape.Rank : 1;
            }

            var selection = Chosen("index_put", x, [.. tensors]);
            return (accumulate, x.DType) switch
            {
                (false, _) => new IndexPut(selection).Apply(x, values.To(x.DType)),
                (_, DType.Bool) => x.To(DType.Int64).IndexPut(indices, values, accumulate).To(DType.Bool),
                _ => x + new Spread(selection).Apply(values.To(x.DType).Expand(selection.Shape)),
            };
        }

        /// <summary>
        /// The positions of all elements that are not zero (NaN is not), in row-major order: int64 [count, rank].
        /// </summary>
        public Tensor Nonzero()
        {
            var columns = Operations.Nonzero.Positions(x);
            return columns.Length > 0
                ? Tensor.Stack(columns, 1)
                : Tensor.Zeros([x.To(DType.Bool).Item<bool>() ? 1 : 0, 0], dtype: DType.Int64, device: x.Device);
        }

        /// <summary>The same as <see cref="Nonzero"/>.</summary>
        public Tensor Argwhere() => x.Nonzero();
    }

    /// <summary>A choice whose mistakes are told with the operation and its operand.</summary>
    internal static Selection Chosen(string operation, Tensor x, params (int Axis, Tensor Index)[] tensors) =>
        Selection.Of(Place(operation, new(x)), x, tensors);

    private static Func<string> Place(string operation, Mention x) => () => $"{operation}: {x}";

    private static (Tensor Whole, Selection Selection) Masked(string operation, Tensor x, Tensor mask)
    {
        if (mask.DType != DType.Bool)
        {
            throw new ArgumentException(
                $"{operation}: the {mask.Describe("mask")} is {mask.DType.Text}; it must be bool, as x > 0 makes it");
        }

        OneDevice.Require(operation, x, mask);

        // A single number is a vector of one.
        var shape = Broadcasting.Common(operation, x, mask);
        var whole = shape.Rank == 0 ? x.Reshape([1]) : x.Expand(shape);
        return (whole, Chosen(operation, whole, (0, mask.Expand(whole.Shape))));
    }
}
