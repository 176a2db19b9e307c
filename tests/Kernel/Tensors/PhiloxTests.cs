using NotebookGrad.Sampling;

namespace NotebookGrad.Tests.Tensors;

[Collection("random seed")]
public class PhiloxTests
{
    /// <summary>The known answers that Salmon et al. publish with their library Random123 (kat_vectors).</summary>
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0a4093822UL, 0x85a308d3243f6a88UL, 0x0370734413198a2eUL, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void A_block_is_the_published_one(ulong key, ulong counter, ulong stream, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Block(key, counter, stream));

    [Fact]
    public void A_seed_brings_the_same_numbers_again()
    {
        Tensor.Seed(42);
        var first = (Tensor.Randn(5).ToArray<float>(), Tensor.Rand(3).ToArray<float>(), Tensor.RandPerm(9).ToArray<long>());
        Tensor.Seed(42);
        Assert.Equal(first.Item1, Tensor.Randn(5).ToArray<float>());
        Assert.Equal(first.Item2, Tensor.Rand(3).ToArray<float>());
        Assert.Equal(first.Item3, Tensor.RandPerm(9).ToArray<long>());
        Assert.Equal(Enumerable.Range(0, 9).Select(i => (long)i), first.Item3.Order());
    }

    [Fact]
    public void Distributions_have_the_moments_of_their_names()
    {
        Tensor.Seed(7);
        var normal = Tensor.Randn([100_000], dtype: DType.Float64).ToArray<double>();
        var uniform = Tensor.Rand(100_000).ToArray<float>();

        // Six deviations of the sample moments.
        Assert.Equal(0, normal.Average(), 6 / Math.Sqrt(1e5));
        Assert.Equal(1, normal.Average(x => x * x), 6 * Math.Sqrt(2 / 1e5));
        Assert.Equal(3, normal.Average(x => x * x * x * x), 6 * Math.Sqrt(96 / 1e5));
        Assert.Equal(0.5, uniform.Average(x => (double)x), 6 * Math.Sqrt(1 / 12e5));
        Assert.All(uniform, x => Assert.InRange(x, 0, 0.99999995f));
    }
}
