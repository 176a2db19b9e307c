using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Nn;

public class InitTests
{
    // As torch.nn.init.calculate_gain gives them.
    [Theory]
    [InlineData("linear", 1.0)]
    [InlineData("conv2d", 1.0)]
    [InlineData("sigmoid", 1.0)]
    [InlineData("tanh", 1.6666666666666667)]
    [InlineData("relu", 1.4142135623730951)]
    [InlineData("leaky_relu", 1.4141428569978354)]
    [InlineData("selu", 0.75)]
    public void Gains_are_those_of_PyTorch(string nonlinearity, double gain) =>
        Assert.Equal(gain, Init.Gain(nonlinearity), 1e-14);

    // Fans of [60, 40, 3, 3] are 360 and 540.
    public static TheoryData<string, Func<Tensor, Tensor>, double> Uniform() => new()
    {
        { "xavier", x => Init.XavierUniform_(x, 2), 2 * Math.Sqrt(6.0 / 900) },
        { "kaiming", x => Init.KaimingUniform_(x), Math.Sqrt(6.0 / 360) },
        { "kaiming out", x => Init.KaimingUniform_(x, mode: "fan_out", nonlinearity: "tanh"), 5.0 / 3 * Math.Sqrt(3.0 / 540) },
        { "lecun", x => Init.LecunUniform_(x), Math.Sqrt(3.0 / 360) },
        { "uniform", x => Init.Uniform_(x, -0.3, 0.3), 0.3 },
    };

    public static TheoryData<string, Func<Tensor, Tensor>, double> Normal() => new()
    {
        { "xavier", x => Init.XavierNormal_(x), Math.Sqrt(2.0 / 900) },
        { "kaiming", x => Init.KaimingNormal_(x, 0.1), Math.Sqrt(2 / 1.01 / 360) },
        { "kaiming out", x => Init.KaimingNormal_(x, mode: "fan_out", nonlinearity: "relu"), Math.Sqrt(2.0 / 540) },
        { "lecun", x => Init.LecunNormal_(x), Math.Sqrt(1.0 / 360) },
        { "normal", x => Init.Normal_(x, 0, 0.3), 0.3 },
    };

    [Theory]
    [MemberData(nameof(Uniform))]
    public void Uniform_numbers_fill_their_interval(string name, Func<Tensor, Tensor> fill, double bound)
    {
        var values = Values(fill, name.Length);
        Assert.InRange(values.Max(), 0.99 * bound, bound);
        Assert.InRange(values.Min(), -bound, -0.99 * bound);
        Assert.InRange(Deviation(values), 0.97 * bound / Math.Sqrt(3), 1.03 * bound / Math.Sqrt(3));
    }

    [Theory]
    [MemberData(nameof(Normal))]
    public void Normal_numbers_have_their_deviation(string name, Func<Tensor, Tensor> fill, double deviation)
    {
        var values = Values(fill, name.Length);
        Assert.InRange(Deviation(values), 0.97 * deviation, 1.03 * deviation);
        Assert.InRange(values.Max(Math.Abs), 3 * deviation, 6 * deviation);
    }

    [Fact]
    public void Truncated_numbers_stay_within_bounds_however_far_out()
    {
        var values = Values(x => Init.TruncNormal_(x, 1, 2, 0, 2), 1);
        Assert.InRange(values.Min(), 0, 0.01);
        Assert.InRange(values.Max(), 1.99, 2);
        // Within half a deviation: mean 1, deviation 2·√(1 − φ(½)/(2Φ(½) − 1)).
        Assert.Equal(1, values.Average(), 0.02);
        Assert.Equal(2 * Math.Sqrt(1 - (0.3520653267642995 / 0.38292492254802624)), Deviation(values), 0.01);
        Assert.All(Values(x => Init.TruncNormal_(x, 0, 1, 6, 7), 1), value => Assert.InRange(value, 6, 7));
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 4)]
    public void Orthogonal_rows_or_columns_are_at_right_angles(int rows, int columns)
    {
        var x = Init.Orthogonal_(Tensor.Zeros([rows, columns], dtype: DType.Float64), 3);
        var product = rows < columns ? x.MatMul(x.T) : x.T.MatMul(x);
        var difference = product - (9 * Tensor.Eye(Math.Min(rows, columns), dtype: DType.Float64));
        Assert.True(difference.Abs().Max().Item<double>() < 1e-12);
    }

    [Fact]
    public void Parameters_are_filled_unrecorded_and_stay_leaves()
    {
        var w = Tensor.Zeros([3, 2], requiresGrad: true);
        Assert.Same(w, Init.KaimingNormal_(w));
        Assert.True(w is { IsLeaf: true, RequiresGrad: true });
        Assert.Equal(6, Init.Ones_(w).Sum().Item<float>());
        Assert.Equal(0, Init.Zeros_(w).Sum().Item<float>());
        Assert.Equal(3, Init.Constant_(w, 0.5).Sum().Item<float>());
    }

    [Fact]
    public void Layers_begin_as_PyTorchs_do()
    {
        Tensor.Seed(11);
        Check(new Linear(400, 300).Parameters, Math.Sqrt(1.0 / 400));
        Check(new Conv2d(8, 64, 5, groups: 2).Parameters, Math.Sqrt(1.0 / 100));
        Check(new Gru(20, 100).Parameters, Math.Sqrt(1.0 / 100));
        Assert.InRange(Deviation(new Embedding(100, 50).Weight.To(DType.Float64).ToArray<double>()), 0.95, 1.05);
        var attention = new MultiheadAttention(64, 4).StateDict();
        Assert.InRange(attention["in_proj_weight"].Abs().Max().Item<float>(), 0.98 * Math.Sqrt(6.0 / 256), Math.Sqrt(6.0 / 256));
        Assert.Equal(0, attention["in_proj_bias"].Abs().Sum().Item<float>() + attention["out_proj.bias"].Abs().Sum().Item<float>());

        static void Check(IReadOnlyList<Tensor> parameters, double bound) => Assert.All(
            parameters, parameter => Assert.InRange(parameter.Abs().Max().Item<float>(), 0.9 * bound, 1.000001 * bound));
    }

    private static double[] Values(Func<Tensor, Tensor> fill, int seed)
    {
        Tensor.Seed(seed);
        return fill(Tensor.Zeros([60, 40, 3, 3], dtype: DType.Float64)).ToArray<double>();
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
