using static NotebookGrad.Peers.Corpus.Leaves;

namespace NotebookGrad.Peers.Corpus;

/// <summary>Networks through which values flow once, from layer to layer.</summary>
internal static class FeedForward
{
    private const int Batch = 4;

    /// <summary>Layers with ReLU, and the mean squared error.</summary>
    public static Tensor Perceptron(params int[] widths)
    {
        var x = Input(Batch, widths[0]);
        foreach (var width in widths[1..^1])
        {
            x = Dense(x, width).Relu();
        }

        return Functional.MseLoss(Dense(x, widths[^1]), Input(Batch, widths[^1]));
    }

    /// <summary>A classifier as for the digits: tanh layers and the cross-entropy.</summary>
    public static Tensor Classifier(int layers)
    {
        var x = Input(Batch, 64);
        for (var layer = 0; layer < layers; layer++)
        {
            x = Dense(x, 16).Tanh();
        }

        return Functional.CrossEntropy(Dense(x, 10), Tensor.Of([1L, 2, 3, 4]));
    }

    /// <summary>Blocks of two layers that add their input to their output.</summary>
    public static Tensor Residual(int blocks)
    {
        var x = Dense(Input(Batch, 8), 16);
        for (var block = 0; block < blocks; block++)
        {
            x = (x + Dense(Dense(x, 16).Relu(), 16)).Relu();
        }

        return Dense(x, 1).Mean();
    }

    /// <summary>Each layer sees the outputs of all before it (Huang et al. 2017).</summary>
    public static Tensor DenselyConnected(int layers)
    {
        var seen = new List<Tensor> { Input(Batch, 4) };
        for (var layer = 0; layer < layers; layer++)
        {
            seen.Add(Dense(Tensor.Cat([.. seen], 1), 4).Relu());
        }

        return Tensor.Cat([.. seen], 1).Mean();
    }

    /// <summary>Layers whose input is gated: x·(1 − g) + h·g (Srivastava et al. 2015).</summary>
    public static Tensor Highway(int layers)
    {
        var x = Input(Batch, 8);
        for (var layer = 0; layer < layers; layer++)
        {
            var gate = Dense(x, 8).Sigmoid();
            x = (x * (1 - gate)) + (Dense(x, 8).Tanh() * gate);
        }

        return x.Sum();
    }

    /// <summary>An encoder, a draw by the reparametrization trick, a decoder; both terms of the loss.</summary>
    public static Tensor VariationalAutoencoder()
    {
        var x = Input(Batch, 8);
        var hidden = Dense(x, 6).Relu();
        var (mean, logVariance) = (Dense(hidden, 2), Dense(hidden, 2));
        var latent = mean + ((0.5 * logVariance).Exp() * Input(Batch, 2));
        var decoded = Dense(Dense(latent, 6).Relu(), 8);
        var divergence = -0.5 * (1 + logVariance - mean.Square() - logVariance.Exp()).Sum();
        return Functional.MseLoss(decoded, x) + divergence;
    }

    /// <summary>One operation after another.</summary>
    public static Tensor Chain(int length)
    {
        var x = Weight(3);
        for (var step = 0; step < length; step++)
        {
            x = x.Tanh();
        }

        return x;
    }

    /// <summary>Several experts, mixed by a softmax over what a gate says of them.</summary>
    public static Tensor MixtureOfExperts(int experts)
    {
        var x = Input(Batch, 8);
        var gate = Dense(x, experts).Softmax(-1);
        var mixed = Enumerable.Range(0, experts)
            .Select(expert => Dense(Dense(x, 8).Relu(), 4) * gate.Narrow(1, expert, 1))
            .Aggregate((sum, part) => sum + part);
        return Functional.MseLoss(mixed, Input(Batch, 4));
    }
}
