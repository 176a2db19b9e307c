namespace NotebookGrad;

/// <summary>
/// Makes tensors of a given shape. The shape is written as up to four lengths, or as a collection: <c>[2, 3]</c>.
/// Real numbers are float32 unless <c>dtype</c> says otherwise.
/// </summary>
public static class TensorFactories
{
    /// <summary>Stands for an axis that is not there.</summary>
    private const int None = int.MinValue;

    extension(Tensor)
    {
        /// <summary>All zeros.</summary>
        public static Tensor Zeros(
            int d0 = None, int d1 = None, int d2 = None, int d3 = None,
            bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Tensor.Zeros(Lengths(d0, d1, d2, d3), requiresGrad, dtype, device);

        /// <summary>All zeros.</summary>
        public static Tensor Zeros(
            Shape shape, bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Tensor.Full(shape, 0, requiresGrad, dtype, device);

        /// <summary>All ones.</summary>
        public static Tensor Ones(
            int d0 = None, int d1 = None, int d2 = None, int d3 = None,
            bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Tensor.Ones(Lengths(d0, d1, d2, d3), requiresGrad, dtype, device);

        /// <summary>All ones.</summary>
        public static Tensor Ones(
            Shape shape, bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Tensor.Full(shape, 1, requiresGrad, dtype, device);

        /// <summary>One number everywhere; its C# type decides the dtype.</summary>
        public static Tensor Full(
            Shape shape, Scalar value, bool requiresGrad = false, DType? dtype = null, Device? device = null)
        {
            var tensor = Tensor.Empty(
                (device ?? Device.Default).Backend, dtype ?? value.DType, Layout.Contiguous(shape));
            tensor.Backend.Fill(tensor.View, value);
            return tensor.Finish(requiresGrad, null);
        }

        /// <summary>
        /// The numbers start, start + step, … up to, but not with, <paramref name="end"/>; whole numbers make int64,
        /// floats float32, doubles float64.
        /// </summary>
        /// <param name="start">The first number.</param>
        /// <param name="end">Where to stop.</param>
        /// <param name="step">The distance, 1 if not given.</param>
        /// <param name="requiresGrad">Whether operations on the tensor are recorded.</param>
        /// <param name="dtype">Another dtype than that of the numbers.</param>
        /// <param name="device">Where the elements lie, <see cref="Device.Default"/> if not given.</param>
        /// <exception cref="ArgumentException">The step is zero or leads away from the end.</exception>
        public static Tensor Arange(
            Scalar start, Scalar end, Scalar? step = null,
            bool requiresGrad = false, DType? dtype = null, Device? device = null)
        {
            var by = step ?? 1;
            var natural = (DType)Math.Max(Math.Max((int)start.DType, (int)end.DType), (int)by.DType);
            var values = new double[StepCount(start, end, by)];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = start.Value + (i * by.Value);
            }

            return TensorCreation.Make<double>(values, [values.Length], requiresGrad, dtype ?? natural, device);
        }

        /// <summary>The numbers 0, 1, … up to, but not with, <paramref name="end"/>.</summary>
        public static Tensor Arange(
            Scalar end, bool requiresGrad = false, DType? dtype = null, Device? device = null) =>
            Tensor.Arange(0, end, 1, requiresGrad, dtype, device);

        /// <summary>Numbers at even distances from start to end, both among them; shape [steps].</summary>
        /// <exception cref="ArgumentException">The number of steps is negative.</exception>
        public static Tensor Linspace(
            double start,
            double end,
            int steps,
            bool requiresGrad = false,
            DType dtype = DType.Float32,
            Device? device = null)
        {
            if (steps < 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"linspace: {steps} steps from {start} to {end}; give 0 or more"));
            }

            // From both ends, as PyTorch does, so that the numbers are symmetric.
            var distance = (end - start) / Math.Max(1, steps - 1);
            var values = new double[steps];
            for (var i = 0; i < steps; i++)
            {
                values[i] = i < (steps + 1) / 2 ? start + (i * distance) : end - ((steps - 1 - i) * distance);
            }

            return TensorCreation.Make<double>(values, [steps], requiresGrad, dtype, device);
        }

        /// <summary>The identity matrix of shape [size, size].</summary>
        public static Tensor Eye(
            int size, bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null)
        {
            var tensor = Tensor.Zeros([size, size], dtype: dtype, device: device);
            var diagonal = Layout.Contiguous([size * size]).Slice(0, 0, size, size + 1);
            tensor.Backend.Fill(new(tensor.Storage, diagonal), 1);
            return tensor.Finish(requiresGrad, null);
        }

        /// <summary>Zeros of another tensor's shape, and of its dtype and device if none are given.</summary>
        public static Tensor ZerosLike(
            Tensor other, bool requiresGrad = false, DType? dtype = null, Device? device = null) =>
            Tensor.Full(other.Shape, 0, requiresGrad, dtype ?? other.DType, device ?? other.Device);

        /// <summary>Ones of another tensor's shape, and of its dtype and device if none are given.</summary>
        public static Tensor OnesLike(
            Tensor other, bool requiresGrad = false, DType? dtype = null, Device? device = null) =>
            Tensor.Full(other.Shape, 1, requiresGrad, dtype ?? other.DType, device ?? other.Device);
    }

    /// <summary>The shape that up to four lengths make.</summary>
    internal static Shape Lengths(params ReadOnlySpan<int> lengths)
    {
        var rank = 0;
        while (rank < lengths.Length && lengths[rank] != None)
        {
            rank++;
        }

        return Shape.Create(lengths[..rank]);
    }

    private static int StepCount(Scalar start, Scalar end, Scalar step)
    {
        var count = Math.Ceiling((end.Value - start.Value) / step.Value);
        return step.Value != 0 && count >= 0 && count < int.MaxValue
            ? (int)count
            : throw new ArgumentException($"arange: from {start} to {end} there is no way in steps of {step}");
    }
}
