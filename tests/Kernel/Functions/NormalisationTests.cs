using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Functions;

/// <summary>Running statistics, constant rows, and what attention leaves out; numbers are PyTorch 1.13's.</summary>
public class NormalisationTests
{
    private static readonly Tensor Squares = Tensor.Arange(0.0, 12).Square().Reshape(3, 2, 2);

    [Fact]
    public void Training_moves_the_running_statistics_in_place()
    {
        var (mean, variance) = (Tensor.Zeros([2], dtype: DType.Float64), Tensor.Ones([2], dtype: DType.Float64));
        BatchNorm(Squares, mean, variance, training: true, momentum: 0.3);
        AssertClose([9.35, 15.95], mean);
        AssertClose([343.35, 689.19], variance);

        BatchNorm(Squares, mean, variance, training: false);
        AssertClose([9.35, 15.95], mean);
    }

    [Fact]
    public void Instances_move_them_by_their_mean()
    {
        var (mean, variance) = (Tensor.Zeros([2], dtype: DType.Float64), Tensor.Ones([2], dtype: DType.Float64));
        InstanceNorm(Squares, mean, variance, momentum: 0.3);
        AssertClose([9.35, 15.95], mean);
        AssertClose([19.25, 32.45], variance);
    }

    [Fact]
    public void A_row_of_millions_is_as_exact_in_float32_as_a_short_one()
    {
        const int length = 1 << 22;
        var wave = Tensor.Arange(0.0, length).Sin();
        var (y, slope) = Normal((wave * 3) + 5, wave.Cos() + 0.5);
        var (single, singleSlope) = Normal(
            ((wave * 3) + 5).To(DType.Float32), (wave.Cos() + 0.5).To(DType.Float32));
        Assert.InRange(Distance(single, y), 0, 2e-6);
        Assert.InRange(Distance(singleSlope, slope), 0, 2e-6);

        static (Tensor Value, Tensor Slope) Normal(Tensor x, Tensor weight)
        {
            x.RequiresGrad = true;
            var y = LayerNorm(x, [length]);
            y.Backward(weight);
            return (y.Detach(), x.Grad!);
        }

        static double Distance(Tensor x, Tensor exact) =>
            ((x.To(DType.Float64) - exact).Abs().Max() / exact.Abs().Max()).Item<double>();
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void A_constant_row_becomes_its_bias(DType dtype)
    {
        var x = Tensor.Of(new[,] { { 0.1, 0.1, 0.1 }, { 1e4, 1e4, 1e4 } }, dtype: dtype, requiresGrad: true);
        var y = LayerNorm(x, [3], bias: Tensor.Full([3], 0.25, dtype: dtype));
        Assert.All(y.ToArray<double>(), value => Assert.Equal(0.25, value, 1e-5));
        y.Sum().Backward();
        Assert.All(x.Grad!.ToArray<double>(), value => Assert.Equal(0, value, 1e-4));
    }

    [Fact]
    public void A_large_mean_costs_no_digits()
    {
        var x = Tensor.Of([1e8 + 1, 1e8 + 2, 1e8 + 3]);
        var root = 1 / Math.Sqrt((2.0 / 3) + 1e-5);
        AssertClose([-root, 0, root], LayerNorm(x, [3]));
    }

    [Fact]
    public void Local_response_normalisation_looks_at_neighbouring_channels() => AssertClose(
        [
            0.0, 0.4596385597769217, 1.2024072240843036, 1.7799403766584236, 2.171967936560003, 2.433193257528307,
            2.609883645281164, 2.7325025010252517, 2.8199944371258354, 2.8841028544834915, 4.603523350579765, 4.545105210578013,
        ],
        LocalResponseNorm(Squares.Reshape(1, 6, 2), size: 3, alpha: 0.1, beta: 0.5, k: 2));

    [Fact]
    public void A_mask_of_truth_values_lets_queries_attend()
    {
        var (query, key) = (Tensor.Randn(2, 4, dtype: DType.Float64), Tensor.Randn(3, 4, dtype: DType.Float64));
        var value = Tensor.Of(new[,] { { 1.0 }, { 2 }, { 4 } });
        var mask = Tensor.Of(new[,] { { false, true, false }, { false, false, false } });
        AssertClose([2, double.NaN], ScaledDotProductAttention(query, key, value, mask));
    }

    [Fact]
    public void A_scale_replaces_that_of_the_paper()
    {
        var (query, key) = (Tensor.Of(new[,] { { 1.0, 2 } }), Tensor.Of(new[,] { { 3.0, 1 }, { 1, 1 } }));
        var value = Tensor.Of(new[,] { { 1.0 }, { 0 } });
        AssertClose([1 / (1 + Math.Exp(-1))], ScaledDotProductAttention(query, key, value, scale: 0.5));
    }

    private static void AssertClose(double[] expected, Tensor actual)
    {
        var values = actual.Detach().ToArray<double>();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i].Equals(values[i]) || Math.Abs(expected[i] - values[i]) <= 1e-12 * Math.Max(1, Math.Abs(expected[i])),
                $"element {i}: {values[i]:R}, expected {expected[i]:R}");
        }
    }
}
