using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Functions of tensors along axes, under PyTorch's names.</summary>
public static class TensorFunctions
{
    extension(Tensor x)
    {
        /// <summary>eˣ over its sum along an axis.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Softmax(int dim) =>
            Axes.Along("softmax", x.Real(), dim, (lines, axis) => new Softmax(axis).Apply(lines));

        /// <summary>The logarithm of <see cref="Softmax"/>, exact where softmax itself would round to 0.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor LogSoftmax(int dim) =>
            Axes.Along("log_softmax", x.Real(), dim, (lines, axis) => new LogSoftmax(axis).Apply(lines));

        /// <summary>
        /// The product of matrices, by PyTorch's rules: the last two axes are matrices and leading axes broadcast; a
        /// vector on the left is a row, one on the right a column, and the result lacks that axis.
        /// </summary>
        /// <exception cref="ArgumentException">An operand has no axes, or the inner lengths differ.</exception>
        public Tensor MatMul(Tensor other)
        {
            if (x.Shape.Rank == 0 || other.Shape.Rank == 0
                || x.Shape[^1] != other.Shape[other.Shape.Rank > 1 ? ^2 : ^1])
            {
                throw new ArgumentException(
                    $"matmul: {x.Describe()} and {other.Describe()} do not multiply: the last axis of the first must "
                    + "be as long as the second's last but one (or only) axis");
            }

            var dtype = Promotion.Common(x, other) is var common && common == DType.Bool ? DType.Int64 : common;
            return Operations.MatMul.Instance.Apply(x.To(dtype), other.To(dtype));
        }

        /// <summary>Elements picked along an axis: result[…, i, …] = x[…, index[…, i, …], …].</summary>
        /// <param name="dim">The axis.</param>
        /// <param name="index">Positions, int64, of x's rank; its shape is the result's.</param>
        /// <exception cref="ArgumentException">
        /// The index has another rank, is not int64, or is out of bounds.
        /// </exception>
        public Tensor Gather(int dim, Tensor index)
        {
            var axis = Axes.Number("gather", x, dim);
            if (index.DType != DType.Int64 || index.Shape.Rank != x.Shape.Rank
                || ExceedsElsewhere(index.Shape, x.Shape, axis))
            {
                throw new ArgumentException(
                    $"gather: index {index.Describe()} {index.DType.Text} does not fit {x.Describe()} along axis "
                        + $"{axis}: it "
                    + "must be int64, of as many axes, and no longer along the others");
            }

            return new Gather(axis, index.Detach()).Apply(x);
        }

        /// <summary>
        /// Whole slices picked along an axis, as rows of a table: result[…, i, …] = x[…, index[i], …].
        /// </summary>
        /// <exception cref="ArgumentException">The index is not a vector of int64, or out of bounds.</exception>
        public Tensor IndexSelect(int dim, Tensor index)
        {
            var axis = Axes.Number("index_select", x, dim);
            if (index.DType != DType.Int64 || index.Shape.Rank != 1)
            {
                throw new ArgumentException(
                    $"index_select: index {index.Describe()} {index.DType.Text} must be a vector of int64");
            }

            int[] along = [.. Enumerable.Repeat(1, x.Shape.Rank)];
            var shape = x.Shape.ToArray();
            along[axis] = shape[axis] = index.Shape[0];
            return new Gather(axis, index.Detach().Reshape(along).Expand(shape)).Apply(x);
        }

        private Tensor Real() => x.DType.IsReal ? x : x.To(DType.Float32);
    }

    private static bool ExceedsElsewhere(Shape index, Shape shape, int axis)
    {
        for (var other = 0; other < shape.Rank; other++)
        {
            if (other != axis && index[other] > shape[other])
            {
                return true;
            }
        }

        return false;
    }
}
