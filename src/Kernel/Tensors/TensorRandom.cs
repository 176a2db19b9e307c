using NotebookGrad.Sampling;

namespace NotebookGrad;

/// <summary>Makes tensors of random numbers. After <c>Tensor.Seed</c> the same calls give the same numbers.</summary>
public static class TensorRandom
{
    private const int None = int.MinValue;

    extension(Tensor)
    {
        /// <summary>Begins the random numbers of this process again from a seed.</summary>
        public static void Seed(long seed) => RandomSource.Seed((ulong)seed);

        /// <summary>Normal numbers of mean 0 and deviation 1.</summary>
        public static Tensor Randn(
            int d0 = None, int d1 = None, int d2 = None, int d3 = None,
            bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Tensor.Randn(TensorFactories.Lengths(d0, d1, d2, d3), requiresGrad, dtype, device);

        /// <summary>Normal numbers of mean 0 and deviation 1.</summary>
        public static Tensor Randn(
            Shape shape, bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Real("randn", RandomSource.Normal(shape.Count), shape, requiresGrad, dtype, device);

        /// <summary>Uniform numbers from 0 up to, but not with, 1.</summary>
        public static Tensor Rand(
            int d0 = None, int d1 = None, int d2 = None, int d3 = None,
            bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Tensor.Rand(TensorFactories.Lengths(d0, d1, d2, d3), requiresGrad, dtype, device);

        /// <summary>Uniform numbers from 0 up to, but not with, 1.</summary>
        public static Tensor Rand(
            Shape shape, bool requiresGrad = false, DType dtype = DType.Float32, Device? device = null) =>
            Real(
                "rand", Array.ConvertAll(RandomSource.Uniform(shape.Count), BelowOne(dtype)),
                shape, requiresGrad, dtype, device);

        /// <summary>The whole numbers from 0 to <paramref name="count"/> − 1 in random order; int64.</summary>
        public static Tensor RandPerm(int count, Device? device = null) =>
            TensorCreation.Make<long>(RandomSource.Permutation(count), [count], false, null, device);
    }

    // A double just below 1 would round to 1 in float32: the last bits are cut off first.
    private static Converter<double, double> BelowOne(DType dtype) =>
        dtype == DType.Float32 ? value => Math.Floor(value * (1 << 24)) / (1 << 24) : value => value;

    private static Tensor Real(
        string factory, double[] values, Shape shape, bool requiresGrad, DType dtype, Device? device) =>
        dtype.IsReal
            ? TensorCreation.Make<double>(values, shape, requiresGrad, dtype, device)
            : throw new ArgumentException($"{factory}: random real numbers need float32 or float64, not {dtype.Text}");
}
