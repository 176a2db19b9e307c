using NotebookGrad.Operations;
using Samplers = MathNet.Numerics.Distributions;

namespace NotebookGrad;

/// <summary>
/// Makes tensors of random numbers of a given distribution, from a generator or the default one. They are constants: no
/// gradient passes through a draw.
/// </summary>
public static class TensorDistributions
{
    extension(Tensor)
    {
        /// <summary>Normal numbers.</summary>
        /// <exception cref="ArgumentException">The deviation is negative, or the dtype is not a real one.</exception>
        public static Tensor Normal(
            double mean, double std, Shape shape, DType dtype = DType.Float32, Device? device = null,
            Generator? generator = null)
        {
            var normal = (generator ?? Generator.Default).Normal(shape.Count);
            return std >= 0
                ? TensorRandom.Real(
                    "normal", Array.ConvertAll(normal, x => mean + (std * x)), shape, false, dtype, device)
                : throw new ArgumentException($"normal: the deviation {std} is negative");
        }

        /// <summary>Normal numbers, each with a mean and deviation of its own; both broadcast.</summary>
        /// <exception cref="ArgumentException">A deviation is negative, or the shapes do not broadcast.</exception>
        public static Tensor Normal(Tensor mean, Tensor std, Generator? generator = null)
        {
            var (centre, width) = (mean.Detach(), std.Detach());
            if ((width < 0).Any().Item<bool>())
            {
                throw new ArgumentException($"normal: a deviation of {std.Describe()} is negative");
            }

            var shape = Broadcasting.Common("normal", mean, std);
            var dtype = Promotion.Common(mean, std) is { IsReal: true } real ? real : DType.Float32;
            return centre + (width * Tensor.Randn(shape, false, dtype, mean.Device, generator));
        }

        /// <summary>Numbers of the exponential distribution: the time to an event that comes at a rate.</summary>
        /// <exception cref="ArgumentException">The rate is not positive, or the dtype is not a real one.</exception>
        public static Tensor Exponential(
            double rate, Shape shape, DType dtype = DType.Float32, Device? device = null, Generator? generator = null)
        {
            var times = Array.ConvertAll(
                (generator ?? Generator.Default).Uniform(shape.Count), uniform => -double.LogP1(-uniform) / rate);
            return rate > 0
                ? TensorRandom.Real("exponential", times, shape, false, dtype, device)
                : throw new ArgumentException($"exponential: the rate {rate} is not positive");
        }

        /// <summary>Numbers of the gamma distribution, by MathNet.</summary>
        /// <param name="concentration">The distribution's shape parameter α.</param>
        /// <param name="rate">Its rate β; the mean is α/β.</param>
        /// <param name="shape">The tensor's shape.</param>
        /// <param name="dtype">float32 or float64.</param>
        /// <param name="device">Where the elements lie, <see cref="Device.Default"/> if not given.</param>
        /// <param name="generator">The source of random numbers.</param>
        /// <exception cref="ArgumentException">
        /// A parameter is not positive, or the dtype is not a real one.
        /// </exception>
        public static Tensor Gamma(
            double concentration, double rate, Shape shape, DType dtype = DType.Float32, Device? device = null,
            Generator? generator = null) => concentration > 0 && rate > 0
            ? Tensor.Draw(shape, random => Samplers.Gamma.Sample(random, concentration, rate), dtype, device, generator)
            : throw new ArgumentException(
                $"gamma: concentration {concentration} and rate {rate} must both be positive");

        /// <summary>
        /// What a sampler draws for each element, such as those of MathNet: <c>Tensor.Draw([3], random =&gt;
        /// Beta.Sample(random, 2, 5))</c>. Each element has random numbers of its own, so the result does not depend on
        /// how many the sampler takes.
        /// </summary>
        /// <exception cref="ArgumentException">The dtype is not a real one.</exception>
        public static Tensor Draw(
            Shape shape, Func<Random, double> sampler, DType dtype = DType.Float32, Device? device = null,
            Generator? generator = null)
        {
            var values = (generator ?? Generator.Default).Draw(shape.Count, (random, _) => sampler(random));
            return TensorRandom.Real("draw", values, shape, false, dtype, device);
        }
    }

    extension(Tensor x)
    {
        /// <summary>1 with the probability that each element tells, else 0; of x's dtype.</summary>
        /// <exception cref="ArgumentException">An element is not a probability from 0 to 1.</exception>
        public Tensor Bernoulli(Generator? generator = null)
        {
            var chances = x.OnlyReal("bernoulli").Detach();
            var uniform = Tensor.Rand(x.Shape, false, DType.Float64, x.Device, generator);
            return ((chances >= 0) & (chances <= 1)).All().Item<bool>()
                ? (uniform < chances.To(DType.Float64)).To(x.DType)
                : throw new ArgumentException(
                    $"bernoulli: an element of {x.Describe()} is no probability; they must be from 0 to 1");
        }

        /// <summary>
        /// Numbers of the Poisson distribution with each element as its rate, by MathNet; of x's dtype.
        /// </summary>
        /// <exception cref="ArgumentException">A rate is negative.</exception>
        public Tensor Poisson(Generator? generator = null)
        {
            Fallbacks.Count("poisson", x);
            var rates = x.OnlyReal("poisson").Detach().ToArray<double>();
            return Array.TrueForAll(rates, rate => rate >= 0)
                ? TensorRandom.Real(
                    "poisson",
                    (generator ?? Generator.Default).Draw(
                        rates.Length, (random, i) => rates[i] == 0 ? 0 : Samplers.Poisson.Sample(random, rates[i])),
                    x.Shape, false, x.DType, x.Device)
                : throw new ArgumentException($"poisson: a rate of {x.Describe()} is negative");
        }

        /// <summary>Numbers of categories, drawn by weights that the elements tell; int64.</summary>
        /// <param name="numSamples">How many are drawn for each row.</param>
        /// <param name="replacement">Whether a category may be drawn again.</param>
        /// <param name="generator">The source of random numbers.</param>
        /// <returns>[numSamples] for weights [categories], [rows, numSamples] for [rows, categories].</returns>
        /// <exception cref="ArgumentException">
        /// There are not one or two axes, a weight is negative or not finite, or too few are positive.
        /// </exception>
        public Tensor Multinomial(int numSamples, bool replacement = false, Generator? generator = null)
        {
            if (x.Shape.Rank is < 1 or > 2)
            {
                throw new ArgumentException(
                    $"multinomial: weights {x.Describe()} must be [categories] or [rows, categories]");
            }

            var weights = x.OnlyReal("multinomial").Detach().To(DType.Float64);
            var drawable = weights.CountNonzero([-1]).Amin().Item<long>();
            if (!((weights >= 0) & weights.IsFinite()).All().Item<bool>() || drawable < (replacement ? 1 : numSamples))
            {
                throw new ArgumentException(
                    $"multinomial: weights {x.Describe()} must be finite and not negative, and in each row "
                        + $"{(replacement ? 1 : numSamples)} of them positive");
            }

            if (!replacement)
            {
                // A race: each category arrives after an exponential time at its rate, and the first ones are drawn.
                var uniform = Tensor.Rand(x.Shape, false, DType.Float64, x.Device, generator);
                var times = -(-uniform).Log1p() / weights;
                return times.TopK(numSamples, largest: false).Indices;
            }

            // Above 0 and up to the sum: a category without weight is never met.
            var sums = weights.CumSum(-1);
            int[] shape = [.. x.Shape.ToArray()[..^1], numSamples];
            var places = 1 - Tensor.Rand(shape, false, DType.Float64, x.Device, generator);
            return Tensor.SearchSorted(sums, places * sums.Narrow(-1, x.Shape[^1] - 1, 1));
        }
    }
}
