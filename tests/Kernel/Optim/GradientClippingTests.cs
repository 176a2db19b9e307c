using System.Text.Json;

namespace NotebookGrad.Tests.Optim;

/// <summary>Clipping of gradients against PyTorch's; see <c>Reference/clipping.py</c>.</summary>
public class GradientClippingTests
{
    internal static JsonElement Stored { get; } = Read();

    [Fact]
    public void Norms_and_what_is_left_are_those_of_PyTorch() => Assert.All(Stored.GetProperty("norms").EnumerateArray(), row =>
    {
        var p = row.GetProperty("p").GetString() is var text && text == "inf" ? double.PositiveInfinity : double.Parse(text!);
        var leaves = Leaves();
        var norm = GradientClipping.ClipGradNorm_(leaves, row.GetProperty("max").GetDouble(), p);
        Assert.Equal(row.GetProperty("norm").GetDouble(), norm.Item<double>(), 1e-12);
        Same(Numbers(row.GetProperty("gradients")), leaves);
    });

    [Fact]
    public void Values_stay_within_bounds()
    {
        var (leaves, row) = (Leaves(), Stored.GetProperty("value"));
        GradientClipping.ClipGradValue_(leaves, row.GetProperty("max").GetDouble());
        Same(Numbers(row.GetProperty("gradients")), leaves);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(double.PositiveInfinity)]
    public void A_compiled_step_clips_as_a_plain_one(double p)
    {
        var (plain, compiled) = (Run(step => step), Run(step => Autograd.Compile(step).Call));
        Assert.Equal(plain, compiled);

        float[] Run(Func<Func<Tensor>, Func<Tensor>> make)
        {
            var parameter = Tensor.Of([3f, -4f, 0.5f], requiresGrad: true);
            var optimizer = new Sgd([parameter], 0.1);
            var step = make(() =>
            {
                optimizer.ZeroGrad();
                parameter.Square().Sum().Backward();
                var norm = GradientClipping.ClipGradNorm_([parameter], 2, p, errorIfNonfinite: true);
                GradientClipping.ClipGradValue_([parameter], 1.25);
                optimizer.Step();
                return norm;
            });
            var norms = Enumerable.Range(0, 6).Select(_ => step().Item<float>()).ToArray();
            return [.. norms, .. parameter.Grad.ToArray<float>(), .. parameter.Detach().ToArray<float>()];
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_norm_that_is_not_finite_can_be_refused_also_when_compiled(float bad)
    {
        var (x, parameter) = (Tensor.Of([1f, 2f]), Tensor.Of([1f, 1f], requiresGrad: true));
        var step = Autograd.Compile((Tensor x) =>
        {
            parameter.Grad = null;
            (parameter * x).Sum().Backward();
            return GradientClipping.ClipGradNorm_([parameter], 1, errorIfNonfinite: true);
        });
        for (var i = 0; i < 4; i++)
        {
            step.Call(x);
        }

        Assert.Equal(2, step.Report.Replays);
        Assert.Contains("No gradient was changed", Assert.Throws<InvalidOperationException>(() => step.Call(Tensor.Of([1f, bad]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_gradients_the_norm_is_0()
    {
        var empty = Tensor.Zeros([0], requiresGrad: true);
        empty.Grad = Tensor.Zeros([0]);
        Assert.Equal(0, GradientClipping.ClipGradNorm_([Tensor.Ones([2], requiresGrad: true), empty], 1, double.PositiveInfinity).Item<float>());
    }

    [Fact]
    public void A_parameter_that_is_given_twice_is_scaled_once()
    {
        var parameter = Tensor.Of([3f, 4f], requiresGrad: true);
        parameter.Grad = Tensor.Of([3f, 4f]);
        Assert.Equal(5, GradientClipping.ClipGradNorm_([parameter, parameter], 1).Item<float>());
        Assert.Equal([0.6f, 0.8f], parameter.Grad.ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    /// <summary>The leaves of the file, with values and gradients.</summary>
    internal static Tensor[] Leaves()
    {
        var numbers = Numbers(Stored.GetProperty("start"));
        Tensor[] leaves = [Tensor.Of(numbers[..6]).Reshape(2, 3), Tensor.Of(numbers[6..10]), Tensor.Of(numbers[10])];
        foreach (var leaf in leaves)
        {
            leaf.RequiresGrad = true;
            leaf.Grad = leaf.Detach().Clone();
        }

        return leaves;
    }

    internal static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static void Same(double[] expected, Tensor[] leaves) =>
        Assert.Equal(expected, leaves.SelectMany(leaf => leaf.Grad.ToArray<double>()), (a, b) => Math.Abs(a - b) <= 1e-12);

    private static JsonElement Read()
    {
        using var file = typeof(GradientClippingTests).Assembly.GetManifestResourceStream("optimizers/clipping.json")!;
        return JsonDocument.Parse(file).RootElement;
    }
}
