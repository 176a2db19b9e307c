using static NotebookGrad.Functional;
using Named = System.Collections.Generic.Dictionary<string, NotebookGrad.Tensor>;

namespace NotebookGrad.Tests.Models;

/// <summary>Whole models, trained for three steps, against PyTorch: what the table's rows make together.</summary>
public class ModelTests
{
    private const double Rate = 0.1;

    private static readonly Dictionary<string, Func<Named, Named, Named, bool, Tensor>> Functions = new()
    {
        ["mlp"] = Mlp,
        ["convolutional"] = Convolutional,
        ["transformer"] = Transformer,
        ["batch_normalized"] = BatchNormalized,
    };

    public static TheoryData<string> Names() => [.. Functions.Keys];

    [Fact]
    public void Every_stored_model_is_trained() => Assert.Equal(StoredModel.All.Keys.Order(), Functions.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Losses_gradients_and_three_steps_are_those_of_PyTorch(string name)
    {
        var stored = StoredModel.All[name];
        var parameters = stored.Parameters.ToDictionary(pair => pair.Key, pair => pair.Value.Make(requiresGrad: true).Named(pair.Key));
        var buffers = stored.Buffers.ToDictionary(pair => pair.Key, pair => pair.Value.Make());
        var inputs = stored.Inputs.ToDictionary(pair => pair.Key, pair => pair.Value.Make());

        for (var step = 0; step < stored.Losses.Length; step++)
        {
            var loss = Functions[name](parameters, buffers, inputs, true);
            AssertClose($"loss of step {step}", [stored.Losses[step]], loss);
            loss.Backward();
            if (step == 0)
            {
                AssertClose("gradient of ", stored.Gradients, parameters.ToDictionary(pair => pair.Key, pair => pair.Value.Grad!));
            }

            using var unrecorded = Autograd.NoGrad();
            foreach (var parameter in parameters.Values)
            {
                parameter.Sub_(Rate * parameter.Grad!);
                parameter.Grad = null;
            }
        }

        AssertClose("trained ", stored.Trained, parameters);
        AssertClose("trained ", stored.TrainedBuffers, buffers);
        AssertClose("loss after training", [stored.After], Functions[name](parameters, buffers, inputs, false));
    }

    private static Tensor Mlp(Named p, Named buffers, Named x, bool training)
    {
        var hidden = (x["rows"].MatMul(p["w1"]) + p["b1"]).Tanh();
        hidden = (hidden.MatMul(p["w2"]) + p["b2"]).Relu();
        return CrossEntropy(hidden.MatMul(p["w3"]) + p["b3"], x["labels"].To(DType.Int64), labelSmoothing: 0.1);
    }

    private static Tensor Convolutional(Named p, Named buffers, Named x, bool training)
    {
        var maps = Conv2d(x["images"], p["k1"], p["c1"], stride: 2).Tanh();
        maps = Conv2d(maps, p["k2"], p["c2"], padding: 1, groups: 2).Relu();
        return NllLoss((maps.Flatten(1).MatMul(p["w"]) + p["b"]).LogSoftmax(1), x["labels"].To(DType.Int64));
    }

    private static Tensor Transformer(Named p, Named buffers, Named x, bool training)
    {
        var tokens = x["tokens"];
        var (batch, length, width) = (tokens.Shape[0], tokens.Shape[1], tokens.Shape[2]);
        var normal = LayerNorm(tokens, [width], p["g1"], p["b1"]);
        var heads = ScaledDotProductAttention(Heads("q"), Heads("k"), Heads("v"), isCausal: true);
        tokens = tokens + heads.Transpose(1, 2).Reshape(batch, length, width).MatMul(p["o"]);
        normal = LayerNorm(tokens, [width], p["g2"], p["b2"]);
        tokens = tokens + normal.MatMul(p["w1"]).Sigmoid().MatMul(p["w2"]);
        return HuberLoss(tokens, x["target"], delta: 0.5);

        Tensor Heads(string name) => normal.MatMul(p[name]).Reshape(batch, length, 2, width / 2).Transpose(1, 2);
    }

    private static Tensor BatchNormalized(Named p, Named buffers, Named x, bool training)
    {
        var maps = Conv2d(x["images"], p["k"]);
        maps = BatchNorm(maps, buffers["mean"], buffers["variance"], p["g"], p["h"], training).Relu();
        maps = GroupNorm(maps, 2, p["g2"]);
        return BinaryCrossEntropyWithLogits(maps.Flatten(2).Mean(2).MatMul(p["w"]), x["target"]);
    }

    private static void AssertClose(string what, Dictionary<string, StoredModel.Numbers> expected, Named actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach (var (name, numbers) in expected)
        {
            Assert.Equal(numbers.Shape, actual[name].Shape.ToArray());
            AssertClose(what + name, numbers.Values, actual[name]);
        }
    }

    private static void AssertClose(string what, double[] expected, Tensor actual)
    {
        var values = actual.Detach().ToArray<double>();
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - values[i]) <= 1e-9 * scale,
                $"{what} at {i}: {values[i]:R}, PyTorch has {expected[i]:R}");
        }
    }
}
