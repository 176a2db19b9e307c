using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// Makes tensors of random numbers, from a generator or the default one. After <c>Tensor.Seed</c> the same calls give
/// the same numbers.
/// </summary>
public static class TensorRandom
{
    private const int None = int.MinValue;

    extension(Tensor)
    {
        /// <summary>Begins the random numbers of the default generator again from a seed.</summary>
        public static void Seed(long seed) => Generator.Default.ManualSeed(seed);

        /// <summary>Normal numbers of mean 0 and deviation 1.</summary>
        public static Tensor Randn(
            int d0 = None, int d1 = None, int d2 = None, int d3 = None,
            bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null,
            Generator? generator = null) =>
            Tensor.Randn(TensorFactories.Lengths(d0, d1, d2, d3), requiresGrad, dtype, device, generator);

        /// <summary>Normal numbers of mean 0 and deviation 1.</summary>
        /// <exception cref="ArgumentException">The dtype is not a real one.</exception>
        public static Tensor Randn(
            Shape shape, bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null,
            Generator? generator = null) =>
            Real("randn", Distribution.Normal, shape, requiresGrad, dtype, device, generator);

        /// <summary>Uniform numbers from 0 up to, but not with, 1.</summary>
        public static Tensor Rand(
            int d0 = None, int d1 = None, int d2 = None, int d3 = None,
            bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null,
            Generator? generator = null) =>
            Tensor.Rand(TensorFactories.Lengths(d0, d1, d2, d3), requiresGrad, dtype, device, generator);

        /// <summary>Uniform numbers from 0 up to, but not with, 1.</summary>
        /// <exception cref="ArgumentException">The dtype is not a real one.</exception>
        public static Tensor Rand(
            Shape shape, bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null,
            Generator? generator = null) =>
            Real("rand", Distribution.Uniform, shape, requiresGrad, dtype, device, generator);

        /// <summary>Whole numbers from low up to, but not with, high; int64 unless another dtype is named.</summary>
        /// <exception cref="ArgumentException">High is not above low.</exception>
        public static Tensor RandInt(
            long low, long high, Shape shape, DType dtype = DType.Int64, Device? device = null,
            Generator? generator = null) => low < high
            ? Drawn((generator ?? Generator.Default).Next(low, high), DType.Int64, shape, device).Finish(false, dtype)
            : throw new ArgumentException($"randint: there is no whole number from {low} up to, but not with, {high}");

        /// <summary>The whole numbers from 0 to <paramref name="count"/> − 1 in random order; int64.</summary>
        public static Tensor RandPerm(int count, Device? device = null, Generator? generator = null) =>
            TensorCreation.Make<long>(
                (generator ?? Generator.Default).Permutation(count), [count], false, null, device);

        /// <summary>Uniform numbers from 0 up to 1 in another tensor's shape, and in its dtype and on its
        /// device if none are given.</summary>
        /// <exception cref="ArgumentException">The dtype is not a real one.</exception>
        public static Tensor RandLike(
            Tensor other, bool requiresGrad = false, Generator? generator = null, DType? dtype = null,
            Device? device = null) =>
            Tensor.Rand(other.Shape, requiresGrad, dtype ?? other.DType, device ?? other.Device, generator);

        /// <summary>Normal numbers of mean 0 and deviation 1 in another tensor's shape, and in its dtype and on its
        /// device if none are given.</summary>
        /// <exception cref="ArgumentException">The dtype is not a real one.</exception>
        public static Tensor RandnLike(
            Tensor other, bool requiresGrad = false, Generator? generator = null, DType? dtype = null,
            Device? device = null) =>
            Tensor.Randn(other.Shape, requiresGrad, dtype ?? other.DType, device ?? other.Device, generator);

        /// <summary>
        /// Whole numbers from low up to, but not with, high in another tensor's shape, and in its dtype and on its
        /// device if none are given.
        /// </summary>
        /// <exception cref="ArgumentException">High is not above low.</exception>
        public static Tensor RandIntLike(
            Tensor other, long low, long high, Generator? generator = null, DType? dtype = null,
            Device? device = null) =>
            Tensor.RandInt(low, high, other.Shape, dtype ?? other.DType, device ?? other.Device, generator);
    }

    /// <summary>Random numbers as a tensor of a real dtype.</summary>
    internal static Tensor Real(
        string factory, double[] values, Shape shape, bool requiresGrad, DType dtype, Device? device) =>
        dtype.IsReal
            ? TensorCreation.Make<double>(values, shape, requiresGrad, dtype, device)
            : throw NoReal(factory, dtype);

    private static Tensor Real(
        string factory, Distribution distribution, Shape shape, bool requiresGrad, DType dtype, Device? device,
        Generator? generator) => dtype.IsReal
        ? Drawn((generator ?? Generator.Default).Next(distribution), dtype, shape, device).Finish(requiresGrad, null)
        : throw NoReal(factory, dtype);

    private static Tensor Drawn(Drawing drawing, DType dtype, Shape shape, Device? device)
    {
        var tensor = Tensor.Empty((device ?? Device.Default).Backend, dtype, Layout.Contiguous(shape));
        tensor.Backend.Draw(drawing, tensor.Storage);
        return tensor;
    }

    private static ArgumentException NoReal(string factory, DType dtype) =>
        new($"{factory}: random real numbers need float32 or float64, not {dtype.Text}");
}
