using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Shares of a whole along an axis, under PyTorch's names.</summary>
public static class TensorSoftmax
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
    }
}
