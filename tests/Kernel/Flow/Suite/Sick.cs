using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using static NotebookGrad.Functional;
using static NotebookGrad.Tests.Flow.Suite.LossesByHand;
using static NotebookGrad.Tests.Flow.Suite.Training;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>Trainings that go wrong, each for one reason: those that the rules were made with.</summary>
internal static class Sick
{
    public static IReadOnlyList<(FlowDisease Disease, string Name, Func<Draw, FlowSnapshot> Train)> All { get; } =
    [
        .. NotFinite(), .. SoftmaxOverflow(), .. ForgottenZeroGrad(), .. UnusedParameter(), .. BiasOnly(), .. Vanishing(),
        .. Exploding(), .. DeadRelu(), .. Saturation(), .. Initialisation(), .. RateTooLarge(), .. RateTooSmall(), .. Plateau(),
    ];

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> NotFinite()
    {
        const FlowDisease Disease = FlowDisease.NotFinite;
        yield return (Disease, "logarithm of a probability that becomes 0", draw => Adam(0.05).Run(
            Networks.Mlp(4, draw.Of(16, 32), 2, 3, () => new Relu()),
            LearningTask.Irises() with { Loss = (output, target) => -((output * 300).Softmax(1).Log() * OneHot(target, 3)).Sum(1).Mean() }));
        yield return (Disease, "root of a distance that is 0", draw => Sgd(0.05).Run(
            Networks.Mlp(2, draw.Of(16, 32), 2, 2, () => new Relu()),
            LearningTask.Spirals() with { Loss = (output, target) => (output - output).Square().Sum(1).Sqrt().Mean() + CrossEntropy(output, target) }));
        yield return (Disease, "division by a sum that is 0", draw =>
        {
            var body = new Linear(8, draw.Of(4, 6));
            var head = new Linear(body.OutFeatures, 4);
            return Sgd(0.05).Run(
                new Wired(x => head.Call(body.Call(x).Relu() is var h ? h / h.Sum(1, keepDim: true) : x), ("body", body), ("head", head)),
                LearningTask.Clouds(8, 4));
        });
        yield return (Disease, "logarithm of something negative", draw => Sgd(0.05).Run(
            Networks.Mlp(6, draw.Of(8, 16), 2, 1, () => new Tanh()),
            LearningTask.Surface(6) with { Loss = (output, target) => (output.Log() - (target.Abs() + 1).Log()).Square().Mean() }));
        yield return (Disease, "NaN in the data", draw => Adam(0.01).Run(
            Networks.Mlp(8, draw.Of(16, 24), 2, 4, () => new Gelu()), LearningTask.Clouds(8, 4).With(x => x.IndexFill(0, Tensor.Of([100L]), double.NaN))));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> SoftmaxOverflow()
    {
        const FlowDisease Disease = FlowDisease.SoftmaxOverflow;
        yield return (Disease, "softmax by hand of inputs up to 1000", draw => Sgd(0.01).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Relu()),
            LearningTask.Clouds(8, 4).With(x => x * 300) with { Loss = ByHand }));
        yield return (Disease, "softmax by hand of sharpened logits", draw => Adam(0.01).Run(
            Networks.Mlp(64, draw.Of(24, 40), 1, 10, () => new Relu()),
            LearningTask.Digits() with { Loss = (output, target) => ByHand(output * 500, target) }));
        yield return (Disease, "log-sum-exp by hand", draw => Adam(0.03).Run(
            Networks.Mlp(4, draw.Of(16, 32), 2, 3, () => new Tanh()),
            LearningTask.Irises() with { Loss = (output, target) => LogSumByHand(output * 200, target) }));
        yield return (Disease, "softmax by hand after some training", draw => Adam(0.05, 100).Run(
            Networks.Mlp(2, draw.Of(32, 48), 2, 2, () => new Relu()),
            LearningTask.Clouds(2, 2) with { Loss = (output, target) => ByHand(output.Exp() * 2, target) }));
        yield return (Disease, "softmax by hand that underflows", draw => Sgd(0.01).Run(
            Networks.Mlp(8, draw.Of(16, 24), 2, 4, () => new Gelu()),
            LearningTask.Clouds(8, 4) with { Loss = (output, target) => ByHand(output - 300, target) }));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> ForgottenZeroGrad()
    {
        const FlowDisease Disease = FlowDisease.ForgottenZeroGrad;
        yield return (Disease, "MLP on digits by SGD", draw => (Sgd(0.1) with { Clears = false }).Run(
            Networks.Mlp(64, draw.Of(24, 40), 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return (Disease, "MLP on clouds by Adam", draw => (Adam(0.01) with { Clears = false }).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Tanh()), LearningTask.Clouds(8, 4)));
        yield return (Disease, "CNN", draw => (Sgd(0.05, 30) with { Clears = false }).Run(
            Networks.Cnn(draw.Of(4, 8), 2, () => new Relu()), LearningTask.DigitImages()));
        yield return (Disease, "LSTM", draw => (Adam(0.01, 25) with { Clears = false }).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), draw.Of(8, 12)), LearningTask.Sequences(8)));
        yield return (Disease, "regression", draw => (Sgd(0.3, 100) with { Clears = false }).Run(
            Networks.Mlp(1, draw.Of(16, 32), 2, 1, () => new Tanh()), LearningTask.Wave()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> UnusedParameter()
    {
        const FlowDisease Disease = FlowDisease.UnusedParameter;
        yield return (Disease, "layer that nobody calls", draw => Sgd(0.1).Run(
            With(Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Relu()), ("extra", new Linear(8, 8))), LearningTask.Clouds(8, 4)));
        yield return (Disease, "body cut off by Detach", draw => Sgd(0.1).Run(
            Cut(Networks.Mlp(64, draw.Of(24, 32), 1, 32, () => new Relu()), new Linear(32, 10)), LearningTask.Digits()));
        yield return (Disease, "body under NoGrad", draw => Adam(0.01).Run(
            Silent(Networks.Mlp(4, draw.Of(16, 24), 2, 8, () => new Tanh()), new Linear(8, 3)), LearningTask.Irises()));
        yield return (Disease, "second head", draw => Adam(0.01, 30).Run(
            With(Networks.Cnn(draw.Of(4, 6), 2, () => new Relu()), ("second", new Linear(64, 2))), LearningTask.DigitImages()));
        yield return (Disease, "embedding that is not used", draw => Sgd(0.1).Run(
            With(Networks.Mlp(2, draw.Of(16, 24), 2, 2, () => new Tanh()), ("embedding", new Embedding(10, 4))), LearningTask.Spirals()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> BiasOnly()
    {
        const FlowDisease Disease = FlowDisease.BiasOnly;
        yield return (Disease, "inputs that are all 0", draw => Sgd(0.1).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Tanh()), LearningTask.Clouds(8, 4).With(x => x * 0)));
        yield return (Disease, "inputs that are all 0, by Adam", draw => Adam(0.01).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Relu()), LearningTask.Digits().With(x => x * 0)));
        yield return (Disease, "weights that are detached", draw =>
        {
            var first = new Linear(4, draw.Of(16, 24));
            var second = new Linear(first.OutFeatures, 3);
            return Sgd(0.1).Run(
                new Wired(x => second.Call(Linear(x, first.Weight.Detach(), first.Bias).Tanh()), ("first", first), ("second", second)),
                LearningTask.Irises());
        });
        yield return (Disease, "a mask that hides all before the head", draw =>
        {
            var (body, head) = (Networks.Mlp(8, draw.Of(16, 24), 2, 16, () => new Tanh()), new Linear(16, 4));
            return Adam(0.01).Run(
                new Wired(x => head.Call(body.Call(x) * 0), ("body", body), ("head", head)), LearningTask.Clouds(8, 4));
        });
        yield return (Disease, "images that are all 0", draw => Sgd(0.05, 30).Run(
            Networks.Cnn(draw.Of(4, 6), 2, () => new Tanh()), LearningTask.DigitImages().With(x => x * 0)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Vanishing()
    {
        const FlowDisease Disease = FlowDisease.Vanishing;
        yield return (Disease, "deep sigmoids by SGD", draw => Sgd(0.1).Run(
            Networks.Mlp(64, draw.Of(24, 40), draw.Of(7, 8, 10), 10, () => new Sigmoid()), LearningTask.Digits()));
        yield return (Disease, "deep sigmoids by Adam", draw => Adam(0.001).Run(
            Networks.Mlp(8, draw.Of(16, 32), draw.Of(8, 10), 4, () => new Sigmoid()), LearningTask.Clouds(8, 4)));
        yield return (Disease, "very deep tanh", draw => Sgd(0.05).Run(
            Networks.Mlp(4, draw.Of(16, 24), draw.Of(20, 24), 3, () => new Tanh()), LearningTask.Irises()));
        yield return (Disease, "deep sigmoids with Xavier's values", draw => Sgd(0.1).Run(
            Networks.Mlp(8, draw.Of(24, 32), draw.Of(8, 12), 4, () => new Sigmoid()).Weights(w => Init.XavierUniform_(w)),
            LearningTask.Clouds(8, 4)));
        yield return (Disease, "very deep ReLU with PyTorch's values", draw => Sgd(0.05).Run(
            Networks.Mlp(64, draw.Of(24, 32), draw.Of(16, 20), 10, () => new Relu()), LearningTask.Digits()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Exploding()
    {
        const FlowDisease Disease = FlowDisease.Exploding;
        yield return (Disease, "deep ReLU with twice Kaiming's values", draw => Sgd(0.001).Run(
            Networks.Mlp(64, draw.Of(24, 32), draw.Of(12, 16), 10, () => new Relu()).Weights(w => Init.KaimingNormal_(w).Mul_(2)),
            LearningTask.Digits()));
        yield return (Disease, "deep linear layers", draw => Sgd(0.001).Run(
            Networks.Mlp(8, draw.Of(16, 32), draw.Of(12, 14), 4, () => new Identity()).Weights(w => Init.XavierNormal_(w).Mul_(2)),
            LearningTask.Clouds(8, 4)));
        yield return (Disease, "deep leaky ReLU", draw => Adam(0.001).Run(
            Networks.Mlp(4, draw.Of(24, 32), draw.Of(12, 16), 3, () => new LeakyRelu()).Weights(w => Init.KaimingNormal_(w).Mul_(1.9)),
            LearningTask.Irises()));
        yield return (Disease, "recurrent ReLU with large recurrent weights", draw =>
        {
            var net = Networks.Recurrent(width => new Rnn(1, width, nonlinearity: "relu", batchFirst: true), draw.Of(16, 24));
            Init.Orthogonal_(net.NamedParameters.Single(one => one.Key.Contains("weight_hh")).Value, 1.9);
            return Sgd(0.01).Run(net, LearningTask.Sequences(30));
        });
        yield return (Disease, "deep GELU", draw => Sgd(0.001).Run(
            Networks.Mlp(64, draw.Of(24, 32), draw.Of(12, 16), 10, () => new Gelu()).Weights(w => Init.KaimingNormal_(w, nonlinearity: "relu").Mul_(2)),
            LearningTask.Digits()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> DeadRelu()
    {
        const FlowDisease Disease = FlowDisease.DeadRelu;
        yield return (Disease, "biases far below 0", draw => Sgd(0.05).Run(
            Networks.Mlp(8, draw.Of(16, 32), 3, 4, () => new Relu()).Biases(b => b.Fill_(-6)), LearningTask.Clouds(8, 4)));
        yield return (Disease, "weights below 0 and inputs above", draw => Adam(0.001).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Relu()).Weights(w => w.Copy_(-w.Abs())), LearningTask.Digits()));
        yield return (Disease, "one long step", draw => (Sgd(0.05) with { Accident = (3, Push) }).Run(
            Networks.Mlp(4, draw.Of(24, 32), 2, 3, () => new Relu()), LearningTask.Irises()));
        yield return (Disease, "convolutions with biases below 0", draw => Sgd(0.05, 30).Run(
            Networks.Cnn(draw.Of(4, 8), 2, () => new Relu()).Biases(b => b.Fill_(-4)), LearningTask.DigitImages()));
        yield return (Disease, "one layer of biases below 0", draw =>
        {
            var net = Networks.Mlp(2, draw.Of(24, 32), 3, 2, () => new Relu());
            Init.Constant_(net.NamedParameters.Single(one => one.Key == "2.bias").Value, -5);
            return Adam(0.003).Run(net, LearningTask.Spirals());
        });
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Saturation()
    {
        const FlowDisease Disease = FlowDisease.Saturation;
        yield return (Disease, "tanh of inputs that are not normalised", draw => Sgd(0.05).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Tanh()), LearningTask.Clouds(8, 4).With(x => x * 100)));
        yield return (Disease, "sigmoid of inputs that are not normalised", draw => Adam(0.001).Run(
            Networks.Mlp(64, draw.Of(24, 40), 2, 10, () => new Sigmoid()), LearningTask.Digits().With(x => x * 255)));
        yield return (Disease, "sigmoid with large weights", draw => Sgd(0.1).Run(
            Networks.Mlp(8, draw.Of(24, 32), 3, 4, () => new Sigmoid()).Weights(w => w.Mul_(30)), LearningTask.Clouds(8, 4)));
        yield return (Disease, "sigmoid with large biases", draw => Sgd(0.1).Run(
            Networks.Mlp(4, draw.Of(16, 24), 2, 3, () => new Sigmoid()).Biases(b => b.Fill_(12)), LearningTask.Irises()));
        yield return (Disease, "tanh of prices", draw => Sgd(0.01).Run(
            Networks.Mlp(6, draw.Of(16, 24), 2, 1, () => new Tanh()), LearningTask.Surface(6).With(x => (x * 200) + 1000)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Initialisation()
    {
        const FlowDisease Disease = FlowDisease.Initialisation;
        yield return (Disease, "standard normal weights", draw => Sgd(0.001).Run(
            Networks.Mlp(64, draw.Of(48, 64), 3, 10, () => new Relu()).Weights(w => w.Normal_()), LearningTask.Digits()));
        yield return (Disease, "weights of a thousandth", draw => Sgd(0.05).Run(
            Networks.Mlp(8, draw.Of(16, 32), 3, 4, () => new Relu()).Weights(w => w.Normal_(0, 0.001)), LearningTask.Clouds(8, 4)));
        yield return (Disease, "weights of 0", draw => Sgd(0.1).Run(
            Networks.Mlp(4, draw.Of(16, 24), 2, 3, () => new Tanh()).Weights(w => w.Zero_()), LearningTask.Irises()));
        yield return (Disease, "small weights before tanh", draw => Adam(0.001).Run(
            Networks.Mlp(64, draw.Of(24, 32), 4, 10, () => new Tanh()).Weights(w => w.Normal_(0, 0.005)), LearningTask.Digits()));
        yield return (Disease, "large convolutions", draw => Sgd(0.001, 30).Run(
            Networks.Cnn(draw.Of(6, 8), 3, () => new Relu()).Weights(w => w.Mul_(12)), LearningTask.DigitImages()));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> RateTooLarge()
    {
        const FlowDisease Disease = FlowDisease.RateTooLarge;
        yield return (Disease, "SGD on tanh", draw => Sgd(20).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Tanh()), LearningTask.Clouds(8, 4)));
        yield return (Disease, "Adam at 1", draw => Adam(1).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Gelu()), LearningTask.Digits()));
        yield return (Disease, "SGD with momentum", draw => Sgd(2, momentum: 0.9).Run(
            Networks.Mlp(4, draw.Of(16, 24), 2, 3, () => new Tanh()), LearningTask.Irises()));
        yield return (Disease, "regression that diverges", draw => Sgd(1).Run(
            Networks.Mlp(6, draw.Of(24, 32), 2, 1, () => new LeakyRelu()), LearningTask.Surface(6).With(x => x * 2)));
        yield return (Disease, "LSTM by Adam at 2", draw => Adam(2, 40).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), draw.Of(8, 12)), LearningTask.Sequences(8)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> RateTooSmall()
    {
        const FlowDisease Disease = FlowDisease.RateTooSmall;
        yield return (Disease, "SGD at a millionth", draw => Sgd(1e-6).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Relu()), LearningTask.Clouds(8, 4)));
        yield return (Disease, "Adam at a ten-millionth", draw => Adam(1e-7).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return (Disease, "CNN by SGD", draw => Sgd(1e-5, 30).Run(
            Networks.Cnn(draw.Of(4, 6), 2, () => new Relu()), LearningTask.DigitImages()));
        yield return (Disease, "regression", draw => Sgd(1e-5, 200).Run(
            Networks.Mlp(1, draw.Of(16, 32), 2, 1, () => new Tanh()), LearningTask.Wave()));
        yield return (Disease, "transformer by Adam", draw => Adam(1e-7, 25, 16).Run(
            Networks.Transformer(12, 16, 1, 8), LearningTask.Letters(8)));
    }

    private static IEnumerable<(FlowDisease, string, Func<Draw, FlowSnapshot>)> Plateau()
    {
        const FlowDisease Disease = FlowDisease.Plateau;
        yield return (Disease, "labels that do not belong to the inputs", draw => Sgd(0.05, 150, 64).Run(
            Networks.Mlp(8, draw.Of(12, 16), 1, 4, () => new Tanh()), LearningTask.Clouds(8, 4, 1024).Shuffled()));
        yield return (Disease, "linear layer on a product", draw => Sgd(0.1, 300, 64).Run(
            Networks.Mlp(2, 1, 0, 2, () => new Identity()), Product(1024)));
        yield return (Disease, "units that are all alike", draw => Sgd(0.05, 120, 64).Run(
            Networks.Mlp(2, draw.Of(8, 12), 2, 2, () => new Tanh()).Weights(w => w.Fill_(0.3)).Biases(b => b.Zero_()), Product(512)));
        yield return (Disease, "inputs that tell nothing", draw => Adam(0.003, 300, 64).Run(
            Networks.Mlp(6, draw.Of(8, 12), 1, 3, () => new Relu()), LearningTask.Clouds(6, 3, 1024).With(x => Tensor.RandnLike(x))));
        yield return (Disease, "regression on noise", draw => Sgd(0.05, 150, 64).Run(
            Networks.Mlp(4, draw.Of(8, 12), 1, 1, () => new Tanh()),
            LearningTask.Surface(4, 1024) is var task ? task with { Targets = Tensor.RandnLike(task.Targets) } : null!));
    }

    private static LearningTask Product(int count)
    {
        var x = (Tensor.Rand(count, 2) * 2) - 1;
        return new(x, (x[.., 0] * x[.., 1] > 0).To(DType.Int64), (output, target) => CrossEntropy(output, target));
    }

    private static Wired With(Module<Tensor, Tensor> net, (string Name, Module Module) extra) =>
        new(net.Call, ("net", net), extra);

    private static Wired Cut(Module<Tensor, Tensor> body, Module<Tensor, Tensor> head) =>
        new(x => head.Call(body.Call(x).Detach()), ("body", body), ("head", head));

    private static Wired Silent(Module<Tensor, Tensor> body, Module<Tensor, Tensor> head) => new(
        x =>
        {
            Tensor features;
            using (Autograd.NoGrad())
            {
                features = body.Call(x);
            }

            return head.Call(features);
        },
        ("body", body),
        ("head", head));

    // Each hidden bias a long way down, as a step along one bad batch would take it.
    private static void Push(Module model) => ((Sequential)model).Biases(b => b.Sub_(20));
}
