using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Nn;

/// <summary>Misuses of modules.</summary>
public static class ModuleMisuses
{
    private static Tensor X => Tensor.Ones([2, 3]).Named("x");

    public static TheoryData<string, Action> Rows() => new()
    {
        { "linear: inFeatures is 0; it must be 1 or more", () => _ = new Linear(0, 3) },
        { "conv2d: inChannels 3 and outChannels 4 cannot be parted into 2 groups", () => _ = new Conv2d(3, 4, 3, groups: 2) },
        { "conv2d: kernelSize (1, 2, 3) must be one number, or one for each of the 2 spatial axes", () => _ = new Conv2d(3, 4, (1, 2, 3)) },
        { "dropout: p is 1.5; a probability lies from 0 to 1", () => _ = new Dropout(1.5) },
        { "group_norm: 5 channels do not part into 2 groups", () => _ = new GroupNorm(2, 5) },
        { "embedding: paddingIdx 7 is none of 5 rows", () => _ = new Embedding(5, 2, 7) },
        { "batch_norm2d: input x [2, 3] must have 4 axes, [samples, channels, …]", () => new BatchNorm2d(3).Call(X) },
        { "lstm: input x [2, 3] must be [length, batch, 4] or [length, 4], of a length of 1 or more", () => new Lstm(4, 2).Call(X) },
        { "gru: state h [1, 2] must be [1, 5], [layers · ways, batch, hidden]", () => new Gru(3, 5).Call(X, Tensor.Ones([1, 2]).Named("h")) },
        { "rnn: nonlinearity \"gelu\" is neither \"tanh\" nor \"relu\"", () => _ = new Rnn(3, 5, nonlinearity: "gelu") },
        { "multihead_attention: vectors of 6 numbers do not part into 4 heads", () => _ = new MultiheadAttention(6, 4) },
        { "transformer_encoder_layer: activation \"tanh\" is neither \"relu\" nor \"gelu\"", () => _ = new TransformerEncoderLayer(4, 2, activation: "tanh") },
        { "residual: what the body makes of x [2, 3] is [2, 4], and the way around it [2, 3]; give a shortcut that brings the input to the body's shape", () => new Residual(new Linear(3, 4)).Call(X) },
        { "parameter: y [2, 3] float32 is no leaf; use .Detach()", () => _ = new Free((X.RequiresGrad_() * 2).Named("y")) },
        { "parameter: n [2] int64 has whole numbers; use .To(DType.Float32)", () => _ = new Free(Tensor.Of([1L, 2]).Named("n")) },
        { "to: a module cannot be of int64; parameters are real numbers", () => new Linear(1, 1).To(DType.Int64) },
        { "twice: two members have the name \"weight\"; rename one of the fields, whose names are compared without capitals and leading underscores", () => _ = new Twice().Parameters },
        { "kaiming_uniform_: b [3] must have at least two axes, [out, in, …]; for biases use Init.Zeros_ or Init.Uniform_", () => Init.KaimingUniform_(Tensor.Zeros([3]).Named("b")) },
        { "kaiming_normal_: mode \"in\" is neither \"fan_in\" nor \"fan_out\"", () => Init.KaimingNormal_(X, mode: "in") },
        { "gain: \"swish\" is none of linear, sigmoid, tanh, relu, leaky_relu and selu; use 1 for others", () => Init.Gain("swish") },
        { "trunc_normal_: there is nothing between 2 and 1 with a deviation of 1", () => Init.TruncNormal_(X, a: 2, b: 1) },
    };

    private sealed class Free : Module
    {
        public Free(Tensor tensor) => Parameter(tensor);
    }

    private sealed class Twice : Module
    {
        private readonly Tensor weight = Tensor.Ones([1], requiresGrad: true);
        private readonly Tensor _weight = Tensor.Ones([1], requiresGrad: true);

        public Tensor Both => weight + _weight;
    }
}
