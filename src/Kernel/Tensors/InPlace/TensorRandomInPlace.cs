namespace NotebookGrad;

/// <summary>
/// Random numbers in place, under PyTorch's underscored names; each returns the tensor.
/// </summary>
/// <remarks>
/// All of them throw <see cref="InvalidOperationException"/> where the tensor is a leaf that requires a gradient and
/// operations are recorded, and <see cref="ArgumentException"/> where it is not of real numbers.
/// </remarks>
public static class TensorRandomInPlace
{
    extension(Tensor target)
    {
        /// <summary>Uniform numbers from one bound up to, but not with, another.</summary>
        public Tensor Uniform_(double from = 0, double to = 1) => from <= to
            ? InPlace.Overwrite(
                "uniform_",
                target,
                (Tensor.Rand(target.Shape, dtype: target.DType, device: target.Device) * (to - from)) + from)
            : throw new ArgumentException($"uniform_: from {from} lies above to {to}");

        /// <summary>Normal numbers of a mean and a deviation.</summary>
        public Tensor Normal_(double mean = 0, double std = 1) => std >= 0
            ? InPlace.Overwrite(
                "normal_",
                target,
                (Tensor.Randn(target.Shape, dtype: target.DType, device: target.Device) * std) + mean)
            : throw new ArgumentException($"normal_: the deviation std {std} is negative");
    }
}
