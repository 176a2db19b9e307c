using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Nn;

/// <summary>Every layer against PyTorch's: names and shapes of the state, outputs, gradients, buffers.</summary>
public class LayerTests
{
    private const DType Double = DType.Float64;

    private static readonly Tensor Labels = Tensor.Of(new long[,] { { 2, 0, 1 }, { 3, 2, 2 } });
    private static readonly Tensor Mask = Tensor.Ones([3, 3], dtype: DType.Bool).Triu(1);
    private static readonly Tensor Padding = Tensor.Of(new[,] { { false, false, true }, { false, false, false } });

    private static readonly Dictionary<string, Func<Case>> Cases = new()
    {
        ["linear"] = () => Of(new Linear(4, 3), [5, 4]),
        ["linear without bias"] = () => Of(new Linear(4, 3, bias: false), [2, 5, 4]),
        ["conv1d"] = () => Of(new Conv1d(4, 6, 3, stride: 2, padding: 1, groups: 2), [2, 4, 7]),
        ["conv2d"] = () => Of(new Conv2d(2, 3, (3, 2), padding: (1, 0), dilation: (1, 2)), [2, 2, 5, 6]),
        ["conv2d same"] = () => Of(new Conv2d(2, 3, 3, padding: "same", bias: false), [2, 2, 4, 5]),
        ["conv3d"] = () => Of(new Conv3d(2, 2, 2), [1, 2, 3, 3, 4]),
        ["max_pool1d"] = () => Of(new MaxPool1d(2), [2, 2, 6]),
        ["max_pool2d"] = () => Of(new MaxPool2d(3, 2, 1), [2, 2, 5, 6]),
        ["avg_pool1d"] = () => Of(new AvgPool1d(2), [2, 2, 6]),
        ["avg_pool2d"] = () => Of(new AvgPool2d((2, 3), ceilMode: true, countIncludePad: false), [2, 2, 5, 6]),
        ["adaptive_avg_pool1d"] = () => Of(new AdaptiveAvgPool1d(3), [2, 2, 5]),
        ["adaptive_avg_pool2d"] = () => Of(new AdaptiveAvgPool2d((2, 3)), [2, 2, 5, 4]),
        ["adaptive_max_pool1d"] = () => Of(new AdaptiveMaxPool1d(3), [2, 2, 5]),
        ["adaptive_max_pool2d"] = () => Of(new AdaptiveMaxPool2d(2), [2, 2, 5, 4]),
        ["embedding"] = () => Looked(new Embedding(5, 3)),
        ["embedding with padding"] = () => Looked(new Embedding(5, 3, paddingIdx: 2)),
        ["layer_norm"] = () => Of(new LayerNorm([3, 4]), [2, 3, 4]),
        ["layer_norm of its own"] = () => Of(new LayerNorm([4], 1e-3, elementwiseAffine: false), [2, 3, 4]),
        ["rms_norm"] = () => Of(new RmsNorm([4], 1e-4), [2, 3, 4]),
        ["group_norm"] = () => Of(new GroupNorm(2, 4), [2, 4, 3]),
        ["batch_norm1d"] = () => Of(new BatchNorm1d(3), [4, 3]),
        ["batch_norm1d of sequences"] = () => Of(new BatchNorm1d(3, momentum: null), [2, 3, 4]),
        ["batch_norm2d"] = () => Of(new BatchNorm2d(3, 1e-3, 0.3), [2, 3, 2, 2]),
        ["batch_norm2d after training"] = () => Of(new BatchNorm2d(3).Eval(), [2, 3, 2, 2]),
        ["batch_norm2d without running"] = () =>
            Of(new BatchNorm2d(3, affine: false, trackRunningStats: false).Eval(), [2, 3, 2, 2]),
        ["flatten"] = () => Of(new Flatten(), [2, 3, 4]),
        ["rnn"] = () => Of(new Rnn(4, 3), (rnn, x) => rnn.Call(x[0]), [3, 2, 4]),
        ["rnn relu"] = () => Of(
            new Rnn(4, 3, 2, "relu", bidirectional: true), (rnn, x) => rnn.Call(x[0], x[1]), [3, 2, 4], [4, 2, 3]),
        ["gru"] = () => Of(new Gru(4, 3), (gru, x) => gru.Call(x[0]), [3, 2, 4]),
        ["gru batch first"] = () => Of(
            new Gru(4, 3, 2, batchFirst: true, bidirectional: true), (gru, x) => gru.Call(x[0]), [3, 2, 4]),
        ["lstm"] = () => Of(new Lstm(4, 3), (lstm, x) => lstm.Call(x[0]), [3, 2, 4]),
        ["lstm with state"] = () => Of(
            new Lstm(4, 3, 2, bias: false), (lstm, x) => lstm.Call(x[0], (x[1], x[2])), [3, 2, 4], [2, 2, 3], [2, 2, 3]),
        ["lstm both ways"] = () => Of(
            new Lstm(4, 3, 2, batchFirst: true, bidirectional: true), (lstm, x) => lstm.Call(x[0]), [2, 3, 4]),
        ["lstm without batch"] = () => Of(new Lstm(4, 3), (lstm, x) => lstm.Call(x[0]), [5, 4]),
        ["multihead_attention"] = () => Of(
            new MultiheadAttention(4, 2), (mha, x) => mha.Call(x[0], x[1], x[2]), [3, 2, 4], [5, 2, 4], [5, 2, 4]),
        ["multihead_attention masked"] = () => Of(
            new MultiheadAttention(4, 2, bias: false, batchFirst: true),
            (mha, x) => mha.Call(x[0], x[1], x[2], Padding, Mask), [2, 3, 4], [2, 3, 4], [2, 3, 4]),
        ["multihead_attention without batch"] = () => Of(
            new MultiheadAttention(4, 1), (mha, x) => mha.Call(x[0], x[1], x[2]), [3, 4], [2, 4], [2, 4]),
        ["transformer_encoder_layer"] = () => Of(new TransformerEncoderLayer(4, 2, 6, 0), [3, 2, 4]),
        ["transformer_encoder_layer norm first"] = () => Of(
            new TransformerEncoderLayer(4, 2, 6, 0, "gelu", batchFirst: true, normFirst: true),
            (layer, x) => layer.Call(x[0], isCausal: true), [2, 3, 4]),
        ["prelu"] = () => Of(new Prelu(3), [2, 3, 4]),
        ["sequential"] = () => Of(new Sequential(new Linear(4, 3), new Tanh(), new Linear(3, 2)), [5, 4]),
        ["relu"] = () => Of(new Relu(), [3, 4]),
        ["leaky_relu"] = () => Of(new LeakyRelu(0.2), [3, 4]),
        ["elu"] = () => Of(new Elu(0.7), [3, 4]),
        ["selu"] = () => Of(new Selu(), [3, 4]),
        ["gelu"] = () => Of(new Gelu(), [3, 4]),
        ["gelu tanh"] = () => Of(new Gelu("tanh"), [3, 4]),
        ["silu"] = () => Of(new Silu(), [3, 4]),
        ["mish"] = () => Of(new Mish(), [3, 4]),
        ["sigmoid"] = () => Of(new Sigmoid(), [3, 4]),
        ["log_sigmoid"] = () => Of(new LogSigmoid(), [3, 4]),
        ["tanh"] = () => Of(new Tanh(), [3, 4]),
        ["softplus"] = () => Of(new Softplus(2, 3), [3, 4]),
        ["softsign"] = () => Of(new Softsign(), [3, 4]),
        ["hardtanh"] = () => Of(new Hardtanh(-0.5, 0.7), [3, 4]),
        ["hardswish"] = () => Of(new Hardswish(), [3, 4]),
        ["softmax"] = () => Of(new Softmax(1), [3, 4]),
        ["log_softmax"] = () => Of(new LogSoftmax(0), [3, 4]),
        ["dropout after training"] = () => Of(new Dropout().Eval(), [3, 4]),
        ["identity"] = () => Of(new Identity(), [3, 4]),
    };

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Fact]
    public void Every_stored_layer_is_tested() => Assert.Equal(StoredLayer.All.Keys.Order(), Cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void States_outputs_gradients_and_buffers_are_those_of_PyTorch(string name)
    {
        var stored = StoredLayer.All[name];
        var (module, call, inputs) = Cases[name]();
        var state = module.To(Double).StateDict();
        Assert.Equal(
            stored.State.Select(pair => $"{pair.Key} {Shape.Create(pair.Value)}"),
            state.Select(pair => $"{pair.Key} {pair.Value.Shape}"));
        module.LoadStateDict(state.Select((pair, index) => (pair.Key, Value: First(pair.Key, pair.Value, index)))
            .ToDictionary(pair => pair.Key, pair => pair.Value));

        var outputs = TensorParts.Of(call(inputs)).ToArray();
        Assert.Equal(stored.Outputs.Length, outputs.Length);
        var sum = outputs.Select((output, i) => (output * StoredLayer.Numbers(output.Shape, 20 + i)).Sum())
            .Aggregate((a, b) => a + b);
        sum.Backward();

        for (var i = 0; i < outputs.Length; i++)
        {
            AssertClose($"output {i}", stored.Outputs[i], outputs[i]);
        }

        var real = Array.FindAll(inputs, input => input.RequiresGrad);
        for (var i = 0; i < real.Length; i++)
        {
            AssertClose($"gradient by input {i}", stored.InputGradients[i], real[i].Grad);
        }

        foreach (var (key, parameter) in module.NamedParameters)
        {
            AssertClose($"gradient by {key}", stored.Gradients[key], parameter.Grad);
        }

        foreach (var (key, buffer) in module.NamedBuffers)
        {
            AssertClose(key, stored.Buffers[key], buffer);
        }
    }

    private static Tensor First(string name, Tensor value, int index) => !value.DType.IsReal ? value
        : name.EndsWith("var", StringComparison.Ordinal) ? StoredLayer.Numbers(value.Shape, index + 1, 0.5, 1.5)
        : StoredLayer.Numbers(value.Shape, index + 1, -0.5, 0.5);

    private static Case Of(Module<Tensor, Tensor> layer, Shape shape) => Of(layer, (one, x) => one.Call(x[0]), shape);

    private static Case Looked(Embedding table) => new(table, x => table.Call(x[0]), [Labels]);

    private static Case Of<TModule>(TModule module, Func<TModule, Tensor[], object> call, params Shape[] shapes)
        where TModule : Module
    {
        Tensor[] inputs = [.. shapes.Select((shape, i) => StoredLayer.Numbers(shape, 7 + i))];
        Array.ForEach(inputs, input => input.RequiresGrad = true);
        return new(module, x => call(module, x), inputs);
    }

    private static void AssertClose(string what, double[] expected, Tensor? actual)
    {
        Assert.True(actual is not null, $"{what} is missing");
        var values = actual.Detach().To(Double).Contiguous().ToArray<double>();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.True(
                Math.Abs(values[i] - expected[i]) <= 1e-10 * Math.Max(1, Math.Abs(expected[i])),
                $"{what}: element {i} is {values[i]}, and PyTorch's {expected[i]}");
        }
    }

    private sealed record Case(Module Module, Func<Tensor[], object> Call, Tensor[] Inputs);
}
