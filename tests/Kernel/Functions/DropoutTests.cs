using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Functions;

/// <summary>Dropout by its law: what share is dropped, what stays, and that the gradient goes the same way.</summary>
public class DropoutTests
{
    private const int Count = 40000;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_share_that_is_dropped_is_p_and_the_rest_is_scaled(double p)
    {
        var x = Tensor.Ones([Count], requiresGrad: true, dtype: DType.Float64);
        var y = Dropout(x, p);
        var values = y.ToArray<double>();
        Assert.Equal(p, values.Count(value => value == 0) / (double)Count, 5 * Math.Sqrt(p * (1 - p) / Count));
        Assert.All(values.Where(value => value != 0), value => Assert.Equal(1 / (1 - p), value, 1e-12));
        y.Sum().Backward();
        Assert.Equal(values, x.Grad!.ToArray<double>());
    }

    [Fact]
    public void Evaluation_and_p_0_give_the_input_itself()
    {
        var x = Tensor.Ones(3);
        Assert.Same(x, Dropout(x, 0.5, training: false));
        Assert.Same(x, Dropout(x, 0));
        Assert.Same(x, AlphaDropout(x));
    }

    [Fact]
    public void Infinities_are_dropped_as_PyTorch_drops_them() =>
        Assert.All(Dropout(Tensor.Of([double.PositiveInfinity]), p: 1).ToArray<double>(), value => Assert.Equal(double.NaN, value));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Channels_are_dropped_whole(int spatialAxes)
    {
        int[] shape = [8, 16, .. Enumerable.Repeat(2, spatialAxes)];
        var x = Tensor.Ones(shape);
        var y = spatialAxes switch { 1 => Dropout1d(x), 2 => Dropout2d(x), _ => Dropout3d(x) };
        var channels = y.Flatten(2);
        Assert.Equal(channels.Amin(2).ToArray<float>(), channels.Amax(2).ToArray<float>());
        Assert.InRange(y.Mean().Item<float>(), 0.5f, 1.5f);
        Assert.Contains(0f, y.ToArray<float>());
    }

    [Fact]
    public void Alpha_dropout_keeps_mean_and_variance()
    {
        var x = Tensor.Randn([Count], dtype: DType.Float64);
        var y = AlphaDropout(x, 0.3, training: true);
        Assert.Equal(x.Mean().Item<double>(), y.Mean().Item<double>(), 0.05);
        Assert.Equal(1, y.Var().Item<double>(), 0.05);
    }

    [Fact]
    public void A_probability_out_of_range_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Dropout(Tensor.Ones(3), 1.5));
        Assert.Equal("dropout: p is 1.5; a probability lies from 0 to 1", error.Message);
    }
}
