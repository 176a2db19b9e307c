using MathNet.Numerics.Distributions;

namespace NotebookGrad.Tests.Tensors;

/// <summary>
/// Draws against the distribution functions of MathNet: Kolmogorov and Smirnov's test for continuous ones, χ² for discrete
/// ones, each at 1 in 1,000 with a fixed seed.
/// </summary>
public class DistributionTests
{
    private const int Count = 20_000;

    public static TheoryData<string, Func<Generator, Tensor>, Func<double, double>> Continuous() => new()
    {
        { "rand", g => Tensor.Rand([Count], dtype: DType.Float64, generator: g), x => ContinuousUniform.CDF(0, 1, x) },
        { "rand float32", g => Tensor.Rand([Count], generator: g), x => ContinuousUniform.CDF(0, 1, x) },
        { "randn", g => Tensor.Randn([Count], dtype: DType.Float64, generator: g), x => Normal.CDF(0, 1, x) },
        { "normal", g => Tensor.Normal(3, 0.5, [Count], generator: g), x => Normal.CDF(3, 0.5, x) },
        { "normal of tensors", g => Tensor.Normal(Tensor.Full([Count], 2.0), Tensor.Full([1], 4.0), g), x => Normal.CDF(2, 4, x) },
        { "exponential", g => Tensor.Exponential(2, [Count], generator: g), x => Exponential.CDF(2, x) },
        { "gamma", g => Tensor.Gamma(0.7, 2, [Count], generator: g), x => Gamma.CDF(0.7, 2, x) },
        { "draw", g => Tensor.Draw([Count], random => Beta.Sample(random, 2, 5), generator: g), x => Beta.CDF(2, 5, x) },
    };

    [Theory]
    [MemberData(nameof(Continuous), DisableDiscoveryEnumeration = true)]
    public void A_continuous_distribution_passes_the_test_of_Kolmogorov_and_Smirnov(string name, Func<Generator, Tensor> draw, Func<double, double> cdf)
    {
        var sorted = draw(new Generator(1)).ToArray<double>().Order().ToArray();
        var distance = sorted.Select((x, i) => Math.Max(cdf(x) - ((double)i / Count), ((i + 1.0) / Count) - cdf(x))).Max();
        Assert.True(distance * Math.Sqrt(Count) < 1.95, $"{name}: {distance * Math.Sqrt(Count)}");
    }

    public static TheoryData<string, Func<Generator, Tensor>, double[]> Discrete()
    {
        double[] poisson = [.. Enumerable.Range(0, 12).Select(k => Poisson.PMF(3.5, k))];
        return new()
        {
            { "randint", g => Tensor.RandInt(-3, 5, [Count], generator: g) + 3, [.. Enumerable.Repeat(0.125, 8)] },
            { "bernoulli", g => Tensor.Full([Count], 0.3).Bernoulli(g), [0.7, 0.3] },
            { "poisson", g => Tensor.Full([Count], 3.5).Poisson(g).Clamp(max: 12), [.. poisson, 1 - poisson.Sum()] },
            { "multinomial with replacement", g => Tensor.Of([0.0, 1, 2, 0, 5, 0]).Multinomial(Count, true, g), [0, 0.125, 0.25, 0, 0.625, 0] },
            { "multinomial by rows", g => Tensor.Of([0.0, 1, 2, 5]).Expand(Count, 4).Multinomial(1, false, g), [0, 0.125, 0.25, 0.625] },
            {
                // The second one drawn of weights 1, 2, 5: p(j) = Σᵢ wᵢ/8 · wⱼ/(8 − wᵢ).
                "multinomial without replacement",
                g => Tensor.Of([1.0, 2, 5]).Expand(Count, 3).Multinomial(2, false, g).Select(1, 1),
                [(2 / 8.0 / 6) + (5 / 8.0 / 3), (1 / 8.0 * 2 / 7) + (5 / 8.0 * 2 / 3), (1 / 8.0 * 5 / 7) + (2 / 8.0 * 5 / 6)]
            },
            { "randperm", g => Tensor.Stack([.. Enumerable.Range(0, Count).Select(_ => Tensor.RandPerm(3, generator: g))]).MatMul(Tensor.Of([3, 1, 0])) - 1, [1 / 6.0, 1 / 6.0, 1 / 6.0, 0, 1 / 6.0, 1 / 6.0, 1 / 6.0] },
        };
    }

    [Theory]
    [MemberData(nameof(Discrete), DisableDiscoveryEnumeration = true)]
    public void A_discrete_distribution_passes_the_test_of_Pearson(string name, Func<Generator, Tensor> draw, double[] probabilities)
    {
        var counts = draw(new Generator(1)).To(DType.Int64).Flatten().BinCount(minLength: probabilities.Length).ToArray<long>();
        Assert.Equal(probabilities.Length, counts.Length);
        Assert.Equal(1, probabilities.Sum(), 1e-12);
        Assert.All(counts.Zip(probabilities).Where(pair => pair.Second == 0), pair => Assert.Equal(0, pair.First));
        var used = counts.Zip(probabilities).Where(pair => pair.Second > 0).ToArray();
        var statistic = used.Sum(pair => Math.Pow(pair.First - (Count * pair.Second), 2) / (Count * pair.Second));
        Assert.True(statistic < ChiSquared.InvCDF(used.Length - 1, 0.999), $"{name}: {statistic}");
    }

    [Fact]
    public void A_generator_is_a_source_of_its_own()
    {
        var (first, second) = (new Generator(5), new Generator(5));
        var numbers = Tensor.Rand([4], generator: first).ToArray<float>();
        Tensor.Rand(3);
        Assert.Equal(numbers, Tensor.Rand([4], generator: second).ToArray<float>());
        Assert.NotEqual(numbers, Tensor.Rand([4], generator: second).ToArray<float>());
        Assert.Equal(numbers, Tensor.Rand([4], generator: second.ManualSeed(5)).ToArray<float>());
    }

    [Fact]
    public void An_element_has_random_numbers_of_its_own()
    {
        var calls = 0;
        var greedy = Tensor.Draw([6], random => Enumerable.Range(0, (++calls * 3) % 5).Aggregate(random.NextDouble(), (x, _) => x + (0 * random.NextDouble())), generator: new Generator(3));
        var modest = Tensor.Draw([6], random => random.NextDouble(), generator: new Generator(3));
        Assert.Equal(modest.ToArray<float>(), greedy.ToArray<float>());
    }

    [Fact]
    public void Tensors_like_others_have_their_shape_dtype_and_device()
    {
        var other = Tensor.Zeros([2, 3], dtype: DType.Float64);
        Tensor[] alike = [Tensor.RandLike(other), Tensor.RandnLike(other), Tensor.RandIntLike(other, 0, 5)];
        Assert.All(alike, x => Assert.Equal((other.Shape, other.DType, other.Device), (x.Shape, x.DType, x.Device)));
    }
}
