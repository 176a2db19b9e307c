using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using static NotebookGrad.Functional;
using static NotebookGrad.Tests.Flow.Suite.LossesByHand;
using static NotebookGrad.Tests.Flow.Suite.Training;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>Trainings that go wrong, each for one reason: those that the rules have not been made with.</summary>
internal static class SickHeldOut
{
    public static IReadOnlyList<(FlowDisease Disease, string Name, Func<Draw, FlowSnapshot> Train)> All { get; } =
    [
        .. NotFinite(), .. SoftmaxOverflow(), .. ForgottenZeroGrad(), .. UnusedParameter(), .. BiasOnly(), .. Vanishing(),
        .. Exploding(), .. DeadRelu(), .. Saturation(), .. Initialisation(), .. RateTooLarge(), .. RateTooSmall(), .. Plateau(),
    ];

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> NotFinite()
    {
        const FlowDisease Disease = FlowDisease.NotFinite;
        yield return (Disease, "binary cross entropy by hand of a certain sigmoid", draw => Adam(0.05, 100).Run(
            Networks.Mlp(6, draw.Of(16, 32), 1, 1, () => new Relu()),
            LearningTask.Clouds(6, 2, 128, 0.5) with { Loss = (output, target) => BinaryByHand((output * 30).Sigmoid().Squeeze(1), target.To(DType.Float32)) }));
        yield return (Disease, "root of a distance within a logarithm", draw => Sgd(0.05, 40).Run(
            Networks.Mlp(4, draw.Of(12, 20), 2, 3, () => new Gelu()),
            LearningTask.Irises() with { Loss = (output, target) => CrossEntropy(output, target) + ((output - output).Square().Sum(1).Sqrt() + 1).Log().Mean() }));
        yield return (Disease, "power of something negative", draw => Adam(0.01, 40).Run(
            Networks.Mlp(6, draw.Of(16, 24), 2, 1, () => new Silu()),
            LearningTask.Surface(6) with { Loss = (output, target) => ((output - target).Pow(1.5)).Mean() }));
        yield return (Disease, "∞ in the data of a CNN", draw => Sgd(0.05, 30).Run(
            Networks.Cnn(draw.Of(4, 6), 1, () => new Relu()), LearningTask.DigitImages().With(x => x.IndexFill(0, Tensor.Of([60L]), double.PositiveInfinity))));
        yield return (Disease, "softplus by hand", draw => Sgd(0.01, 40).Run(
            Networks.Mlp(8, draw.Of(16, 24), 1, 4, () => new Tanh()),
            LearningTask.Clouds(8, 4) with { Loss = (output, target) => CrossEntropy(((output * 400).Exp() + 1).Log(), target) }));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> SoftmaxOverflow()
    {
        const FlowDisease Disease = FlowDisease.SoftmaxOverflow;
        yield return (Disease, "attention by hand without scaling", draw =>
        {
            var (letter, query, key, head) = (new Embedding(12, 16), new Linear(16, 16), new Linear(16, 16), new Linear(16, 12));
            return Adam(0.01, 30, 16).Run(
                new Wired(
                    x =>
                    {
                        var tokens = letter.Call(x);
                        var powers = (query.Call(tokens * 20).MatMul(key.Call(tokens * 20).Transpose(1, 2)) + 60).Exp();
                        return head.Call((powers / powers.Sum(-1, keepDim: true)).MatMul(tokens));
                    },
                    ("letter", letter), ("query", query), ("key", key), ("head", head)),
                LearningTask.Letters(8));
        });
        yield return (Disease, "softmax by hand of a CNN of bytes", draw => Sgd(0.01, 30).Run(
            Networks.Cnn(draw.Of(4, 8), 1, () => new Relu()), LearningTask.DigitImages().With(x => x * 2550) with { Loss = ByHand }));
        yield return (Disease, "log-sum-exp by hand of an LSTM", draw => Adam(0.01, 30).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), draw.Of(8, 12)),
            LearningTask.Sequences(8) with { Loss = (output, target) => LogSumByHand(output * 1000, target) }));
        yield return (Disease, "temperature of a hundredth", draw => Sgd(0.05, 40).Run(
            Networks.Mlp(2, draw.Of(24, 32), 2, 2, () => new Gelu()),
            LearningTask.Spirals() with { Loss = (output, target) => ByHand(output / 0.001, target) }));
        yield return (Disease, "softmax by hand at a rate that makes logits grow", draw => Sgd(0.5, 150).Run(
            Networks.Mlp(8, draw.Of(16, 24), 1, 4, () => new Tanh()),
            LearningTask.Clouds(8, 4) with { Loss = (output, target) => ByHand(output * 12, target) - (output.Mean() * 2) }));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> ForgottenZeroGrad()
    {
        const FlowDisease Disease = FlowDisease.ForgottenZeroGrad;
        yield return (Disease, "transformer", draw => (Adam(0.005, 25, 16) with { Clears = false }).Run(
            Networks.Transformer(12, 16, 1, 8), LearningTask.Letters(8)));
        yield return (Disease, "residual network by RMSprop", draw => (new Training(p => new RmsProp(p, 0.001), 30) with { Clears = false }).Run(
            Networks.Residuals(64, 16, 4, 10, () => new Relu()), LearningTask.Digits()));
        yield return (Disease, "GRU by SGD with momentum", draw => (Sgd(0.05, 25, momentum: 0.9) with { Clears = false }).Run(
            Networks.Recurrent(width => new Gru(1, width, batchFirst: true), draw.Of(8, 12)), LearningTask.Sequences(8)));
        yield return (Disease, "irises with a small rate", draw => (Sgd(0.01, 60) with { Clears = false }).Run(
            Networks.Mlp(4, draw.Of(8, 16), 1, 3, () => new Sigmoid()), LearningTask.Irises()));
        yield return (Disease, "every step looked at", draw => (Adam(0.003, 20) with { Clears = false, Every = 1 }).Run(
            Networks.Mlp(2, draw.Of(24, 32), 2, 2, () => new Elu()), LearningTask.Spirals()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> UnusedParameter()
    {
        const FlowDisease Disease = FlowDisease.UnusedParameter;
        yield return (Disease, "recurrent layer cut off by Detach", draw =>
        {
            var (cell, head) = (new Lstm(1, 8, batchFirst: true), new Linear(8, 2));
            return Adam(0.01, 25).Run(
                new Wired(x => head.Call(cell.Call(x).Output[.., ^1].Detach()), ("cell", cell), ("head", head)), LearningTask.Sequences(8));
        });
        yield return (Disease, "features made anew from numbers", draw =>
        {
            var (body, head) = (Networks.Mlp(8, 16, 1, 12, () => new Relu()), new Linear(12, 4));
            return Sgd(0.05).Run(
                new Wired(x => head.Call(Tensor.Of(body.Call(x).Detach().Flatten().ToArray<float>()).Reshape(-1, 12)), ("body", body), ("head", head)),
                LearningTask.Clouds(8, 4));
        });
        yield return (Disease, "transformer with a layer too many", draw =>
        {
            var net = Networks.Transformer(12, 16, 1, 8);
            return Adam(0.005, 25, 16).Run(new Wired(net.Call, ("net", net), ("spare", new TransformerEncoderLayer(16, 2, 32))), LearningTask.Letters(8));
        });
        yield return (Disease, "normalisation that is never called", draw =>
        {
            var net = Networks.Mlp(64, 24, 2, 10, () => new Relu());
            return Sgd(0.1).Run(new Wired(net.Call, ("net", net), ("norm", new LayerNorm([24]))), LearningTask.Digits());
        });
        yield return (Disease, "one of two ways detached", draw =>
        {
            var (left, right, head) = (new Linear(8, 12), new Linear(8, 12), new Linear(12, 4));
            return Adam(0.01).Run(
                new Wired(x => head.Call(left.Call(x).Relu() + right.Call(x).Relu().Detach()), ("left", left), ("right", right), ("head", head)),
                LearningTask.Clouds(8, 4));
        });
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> BiasOnly()
    {
        const FlowDisease Disease = FlowDisease.BiasOnly;
        yield return (Disease, "sigmoids of zeros", draw =>
        {
            var (cell, head) = (new Linear(6, 12), new Linear(12, 1));
            return Adam(0.01).Run(
                new Wired(x => head.Call(cell.Call(x).Sigmoid()), ("cell", cell), ("head", head)), LearningTask.Surface(6).With(x => x * 0));
        });
        yield return (Disease, "weight detached in a hidden layer", draw =>
        {
            var (first, second, third) = (new Linear(8, 24), new Linear(24, 24), new Linear(24, 4));
            return Sgd(0.1).Run(
                new Wired(
                    x => third.Call(Linear(first.Call(x).Relu(), second.Weight.Detach(), second.Bias).Relu()),
                    ("first", first), ("second", second), ("third", third)),
                LearningTask.Clouds(8, 4));
        });
        yield return (Disease, "pixels cut off by rounding", draw => Sgd(0.1).Run(
            Networks.Mlp(64, draw.Of(16, 24), 1, 10, () => new Sigmoid()), LearningTask.Digits().With(x => (x * 0.01).Floor())));
        yield return (Disease, "one branch gets zeros", draw =>
        {
            var (left, right, head) = (new Linear(4, 12), new Linear(4, 12), new Linear(12, 3));
            return Adam(0.01).Run(
                new Wired(x => head.Call((left.Call(x) + right.Call(x * 0)).Tanh()), ("left", left), ("right", right), ("head", head)),
                LearningTask.Irises());
        });
        yield return (Disease, "wave without its argument", draw => Sgd(0.05).Run(
            Networks.Mlp(1, draw.Of(16, 32), 2, 1, () => new Tanh()), LearningTask.Wave().With(x => x * 0)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Vanishing()
    {
        const FlowDisease Disease = FlowDisease.Vanishing;
        yield return (Disease, "sigmoid CNN", draw => Sgd(0.1, 40).Run(
            Networks.Cnn(draw.Of(4, 6), 8, () => new Sigmoid()), LearningTask.DigitImages()));
        yield return (Disease, "deep softsign", draw => Sgd(0.05).Run(
            Networks.Mlp(8, draw.Of(16, 24), draw.Of(20, 25), 4, () => new Softsign()), LearningTask.Clouds(8, 4)));
        yield return (Disease, "deep sigmoids by RMSprop on irises", draw => new Training(p => new RmsProp(p, 0.0005), 60).Run(
            Networks.Mlp(4, draw.Of(32, 48), draw.Of(9, 12), 3, () => new Sigmoid()), LearningTask.Irises()));
        yield return (Disease, "deep GELU with PyTorch's values", draw => Sgd(0.05).Run(
            Networks.Mlp(2, draw.Of(24, 32), draw.Of(14, 18), 2, () => new Gelu()), LearningTask.Spirals()));
        yield return (Disease, "regression through deep sigmoids", draw => Adam(0.001, 80).Run(
            Networks.Mlp(1, draw.Of(16, 24), 9, 1, () => new Sigmoid()), LearningTask.Wave()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Exploding()
    {
        const FlowDisease Disease = FlowDisease.Exploding;
        yield return (Disease, "residual blocks that double", draw => Sgd(0.0001, 40).Run(
            Networks.Residuals(64, 24, draw.Of(8, 10), 10, () => new Relu()).Weights(w => Init.KaimingNormal_(w).Mul_(1.5)), LearningTask.Digits()));
        yield return (Disease, "deep CNN", draw => Sgd(0.0001, 20).Run(
            Networks.Cnn(6, 10, () => new Relu()).Weights(w => Init.KaimingNormal_(w).Mul_(2)), LearningTask.DigitImages()));
        yield return (Disease, "linear recurrence", draw =>
        {
            var (into, again, head) = (new Linear(1, 12), new Linear(12, 12, bias: false), new Linear(12, 2));
            Init.Orthogonal_(again.Weight, 1.5);
            return Sgd(0.001, 40).Run(
                new Wired(
                    x =>
                    {
                        var state = into.Call(x[.., 0]);
                        for (var step = 1; step < 25; step++)
                        {
                            state = again.Call(state) + into.Call(x[.., step]);
                        }

                        return head.Call(state);
                    },
                    ("into", into), ("again", again), ("head", head)),
                LearningTask.Sequences(25));
        });
        yield return (Disease, "deep SiLU by Adam", draw => Adam(0.0001).Run(
            Networks.Mlp(4, draw.Of(24, 32), draw.Of(14, 18), 3, () => new Silu()).Weights(w => Init.XavierNormal_(w).Mul_(3.2)), LearningTask.Irises()));
        yield return (Disease, "deep regression", draw => Sgd(1e-6).Run(
            Networks.Mlp(6, draw.Of(32, 40), 12, 1, () => new LeakyRelu(0.1)).Weights(w => Init.KaimingUniform_(w, nonlinearity: "relu").Mul_(1.8)), LearningTask.Surface(6)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> DeadRelu()
    {
        const FlowDisease Disease = FlowDisease.DeadRelu;
        yield return (Disease, "regression with biases below 0", draw => Adam(0.001).Run(
            Networks.Mlp(6, draw.Of(24, 32), 2, 1, () => new Relu()).Biases(b => b.Fill_(-8)), LearningTask.Surface(6)));
        yield return (Disease, "three quarters of the units", draw =>
        {
            var net = Networks.Mlp(8, 32, 2, 4, () => new Relu());
            using (Autograd.NoGrad())
            {
                net.NamedParameters.Single(one => one.Key == "2.bias").Value[..26].Fill_(-9);
            }

            return Sgd(0.02, 40).Run(net, LearningTask.Clouds(8, 4, 256, 3));
        });
        yield return (Disease, "a long step in a CNN", draw => (Sgd(0.02, 30) with { Accident = (2, model => ((Sequential)model).Biases(b => b.Sub_(15))) }).Run(
            Networks.Cnn(draw.Of(6, 8), 2, () => new Relu()), LearningTask.DigitImages()));
        yield return (Disease, "weights of digits below 0", draw => Sgd(0.05).Run(
            Networks.Mlp(64, draw.Of(32, 48), 1, 10, () => new Relu()).Weights(w => w.Copy_(-w.Abs())).Biases(b => b.Fill_(-0.1)), LearningTask.Digits()));
        yield return (Disease, "deep network with one dead layer", draw =>
        {
            var net = Networks.Mlp(4, 24, 5, 3, () => new Relu()).Weights(w => Init.KaimingNormal_(w));
            Init.Constant_(net.NamedParameters.Single(one => one.Key == "4.bias").Value, -30);
            return Adam(0.002).Run(net, LearningTask.Irises());
        });
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Saturation()
    {
        const FlowDisease Disease = FlowDisease.Saturation;
        yield return (Disease, "CNN of bytes with tanh", draw => Sgd(0.01, 30).Run(
            Networks.Cnn(draw.Of(4, 6), 2, () => new Tanh()), LearningTask.DigitImages().With(x => x * 255)));
        yield return (Disease, "recurrent tanh of large inputs", draw => Adam(0.001, 40).Run(
            Networks.Recurrent(width => new Rnn(1, width, batchFirst: true), draw.Of(8, 12)), LearningTask.Sequences(8).With(x => x * 500)));
        yield return (Disease, "tanh with weights of deviation 4", draw => Sgd(0.05).Run(
            Networks.Mlp(8, draw.Of(24, 32), 2, 4, () => new Tanh()).Weights(w => w.Normal_(0, 4)), LearningTask.Clouds(8, 4)));
        yield return (Disease, "sigmoid of years", draw => Adam(0.001).Run(
            Networks.Mlp(1, draw.Of(24, 32), 2, 1, () => new Sigmoid()), LearningTask.Wave().With(x => (x * 10) + 2000)));
        yield return (Disease, "biases that begin at 20", draw => Sgd(0.1).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Tanh()).Biases(b => b.Fill_(20)), LearningTask.Digits()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Initialisation()
    {
        const FlowDisease Disease = FlowDisease.Initialisation;
        yield return (Disease, "uniform weights from 0 to 1", draw => Sgd(1e-5).Run(
            Networks.Mlp(8, draw.Of(48, 64), 3, 4, () => new Relu()).Weights(w => w.Uniform_(0, 1)), LearningTask.Clouds(8, 4).With(x => x.Abs())));
        yield return (Disease, "CNN of weights of a ten-thousandth", draw => Adam(0.0005, 30).Run(
            Networks.Cnn(draw.Of(6, 8), 3, () => new Relu()).Weights(w => w.Normal_(0, 1e-4)), LearningTask.DigitImages()));
        yield return (Disease, "regression with weights of deviation 2", draw => Sgd(1e-7).Run(
            Networks.Mlp(6, draw.Of(40, 56), 2, 1, () => new Gelu()).Weights(w => w.Normal_(0, 2)), LearningTask.Surface(6)));
        yield return (Disease, "small uniform weights", draw => Sgd(0.05).Run(
            Networks.Mlp(4, draw.Of(24, 32), 3, 3, () => new Gelu()).Weights(w => w.Uniform_(-0.004, 0.004)), LearningTask.Irises()));
        yield return (Disease, "zeros in a CNN", draw => Sgd(0.05, 30).Run(
            Networks.Cnn(draw.Of(4, 6), 2, () => new Tanh()).Weights(w => w.Zero_()).Biases(b => b.Zero_()), LearningTask.DigitImages()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> RateTooLarge()
    {
        const FlowDisease Disease = FlowDisease.RateTooLarge;
        yield return (Disease, "RMSprop at 0.5", draw => new Training(p => new RmsProp(p, 0.5), 60).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Silu()), LearningTask.Digits()));
        yield return (Disease, "CNN by SGD", draw => Sgd(10, 30).Run(
            Networks.Cnn(draw.Of(4, 6), 2, () => new LeakyRelu()), LearningTask.DigitImages()));
        yield return (Disease, "transformer by Adam at 1", draw => Adam(1, 25, 16).Run(
            Networks.Transformer(12, 16, 1, 8), LearningTask.Letters(8)));
        yield return (Disease, "linear regression beyond 2/λ", draw => Sgd(1, 40, 64).Run(
            Networks.Mlp(6, 1, 0, 1, () => new Identity()), LearningTask.Surface(6).With(x => x * 1.5)));
        yield return (Disease, "residual network by SGD with momentum", draw => Sgd(1, 40, momentum: 0.9).Run(
            Networks.Residuals(8, 16, 4, 4, () => new Gelu()), LearningTask.Clouds(8, 4)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> RateTooSmall()
    {
        const FlowDisease Disease = FlowDisease.RateTooSmall;
        yield return (Disease, "LSTM by Adam", draw => Adam(1e-6, 30).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), draw.Of(8, 12)), LearningTask.Sequences(8)));
        yield return (Disease, "residual network by SGD", draw => Sgd(1e-6, 40).Run(
            Networks.Residuals(64, 16, 4, 10, () => new Relu()), LearningTask.Digits()));
        yield return (Disease, "RMSprop", draw => new Training(p => new RmsProp(p, 1e-7), 60).Run(
            Networks.Mlp(4, draw.Of(16, 24), 2, 3, () => new Tanh()), LearningTask.Irises()));
        yield return (Disease, "SGD with momentum", draw => Sgd(1e-7, 100, momentum: 0.9).Run(
            Networks.Mlp(2, draw.Of(24, 32), 2, 2, () => new Gelu()), LearningTask.Spirals()));
        yield return (Disease, "AdamW on a surface", draw => new Training(p => new AdamW(p, 1e-7, weightDecay: 0), 60).Run(
            Networks.Mlp(6, draw.Of(24, 32), 2, 1, () => new Silu()), LearningTask.Surface(6)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Plateau()
    {
        const FlowDisease Disease = FlowDisease.Plateau;
        yield return (Disease, "irises with labels that were shuffled", draw => Adam(0.002, 200, 64).Run(
            Networks.Mlp(4, draw.Of(6, 8), 1, 3, () => new Tanh()), LearningTask.Irises().Shuffled()));
        yield return (Disease, "LSTM on sequences of noise", draw => Adam(0.005, 120, 64).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), 8), LearningTask.Sequences(6, 1024).With(x => Tensor.RandnLike(x))));
        yield return (Disease, "linear layer on a wave that is even", draw => Sgd(0.05, 150, 64).Run(
            Networks.Mlp(1, 1, 0, 1, () => new Identity()), LearningTask.Wave(1024) is var task ? task with { Targets = (task.Inputs * 2).Cos() } : null!));
        yield return (Disease, "one input for all", draw => Sgd(0.05, 150, 64).Run(
            Networks.Mlp(8, draw.Of(12, 16), 2, 4, () => new Relu()), LearningTask.Clouds(8, 4, 1024).With(x => (x * 0) + 1)));
        yield return (Disease, "parity of eight bits", draw => Sgd(0.05, 200, 64).Run(
            Networks.Mlp(8, draw.Of(8, 12), 1, 2, () => new Tanh()), Parity(1024)));
    }

    private static LearningTask Parity(int count)
    {
        var bits = (Tensor.Rand(count, 8) > 0.5).To(DType.Float32);
        return new((bits * 2) - 1, (bits.Sum(1) % 2).To(DType.Int64), (output, target) => CrossEntropy(output, target));
    }
}
