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
    }
}
