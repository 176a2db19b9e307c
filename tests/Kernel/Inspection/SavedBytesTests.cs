using System.Text.Json;

namespace NotebookGrad.Tests.Inspection;

/// <summary>Networks keep no more than in PyTorch; see <c>Reference/saved.py</c>.</summary>
public class SavedBytesTests(Proof proof) : IClassFixture<Proof>
{
    private static readonly Dictionary<string, long> Torch = Read();

    [Theory]
    [InlineData("perceptron")]
    [InlineData("residual")]
    [InlineData("classifier")]
    [InlineData("attention")]
    [InlineData("elementwise")]
    public void A_network_keeps_no_more_than_PyTorch(string name)
    {
        var kept = Memory.Timeline(Network(name)).KeptBytes;
        proof.Tell($"Kept for backward by {name}: {kept:N0} bytes, PyTorch {Torch[name]:N0}");
        Assert.InRange(kept, 1, Torch[name]);
    }

    private static Tensor Network(string name) => name switch
    {
        "perceptron" => Perceptron(),
        "residual" => Residual(),
        "classifier" => Classifier(),
        "attention" => Attention(),
        _ => Elementwise(Parameter(5000)),
    };

    private static Tensor Perceptron()
    {
        var (x, target) = (Tensor.Ones([64, 20]), Tensor.Ones([64, 1]));
        var hidden = (x.MatMul(Parameter(20, 100)) + Parameter(100)).Tanh();
        return (hidden.MatMul(Parameter(100, 1)) + Parameter(1) - target).Pow(2).Mean();
    }

    private static Tensor Residual()
    {
        var h = Tensor.Ones([32, 50]).MatMul(Parameter(50, 50)).Relu();
        for (var block = 0; block < 4; block++)
        {
            h = h + (h.MatMul(Parameter(50, 50)) + Parameter(50)).Relu();
        }

        return h.Sum();
    }

    private static Tensor Classifier()
    {
        var h = Functional.Conv2d(Tensor.Ones([4, 3, 16, 16]), Parameter(8, 3, 3, 3), padding: 1).Relu();
        h = Functional.MaxPool2d(h, 2).Reshape(4, -1);
        return Functional.CrossEntropy(h.MatMul(Parameter(512, 10)), Tensor.Of([0, 1, 2, 3]));
    }

    private static Tensor Attention()
    {
        var x = Tensor.Ones([2, 30, 16]);
        var (q, k, v) = (x.MatMul(Parameter(16, 16)), x.MatMul(Parameter(16, 16)), x.MatMul(Parameter(16, 16)));
        var weights = (q.MatMul(k.Transpose(-2, -1)) / 4).Softmax(-1);
        return Functional.LayerNorm(weights.MatMul(v), [16], Parameter(16), Parameter(16)).Sum();
    }

    private static Tensor Elementwise(Tensor x) => ((x.Sigmoid() * x.Exp()) + (x.Log() / x.Cos())).Sum();

    private static Tensor Parameter(params int[] shape) => Tensor.Ones(shape, requiresGrad: true);

    private static Dictionary<string, long> Read()
    {
        using var stream = typeof(SavedBytesTests).Assembly.GetManifestResourceStream("saved.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("bytes").Deserialize<Dictionary<string, long>>()!;
    }
}
