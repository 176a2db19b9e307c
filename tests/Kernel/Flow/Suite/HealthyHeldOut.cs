using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using static NotebookGrad.Functional;
using static NotebookGrad.Tests.Flow.Suite.Training;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>Trainings that go well, those that the rules have not been made with.</summary>
internal static class HealthyHeldOut
{
    public static IReadOnlyList<(string Name, Func<Draw, FlowSnapshot> Train)> All { get; } =
    [
        .. Plain(), .. Images(), .. Sequences(), .. Deep(), .. Odd(),
    ];

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Plain()
    {
        yield return ("wide MLP on digits", draw => Adam(0.001, 60, 64).Run(
            Networks.Mlp(64, draw.Of(96, 128), 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return ("narrow MLP on irises", draw => Sgd(0.1, 150, 16).Run(
            Networks.Mlp(4, draw.Of(6, 8), 1, 3, () => new Relu()), LearningTask.Irises()));
        yield return ("softplus on clouds", draw => Adam(0.01, 60).Run(
            Networks.Mlp(8, draw.Of(16, 24), 2, 4, () => new Softplus()), LearningTask.Clouds(8, 4)));
        yield return ("three tanh layers on spirals", draw => Adam(0.01, 200).Run(
            Networks.Mlp(2, draw.Of(32, 40), 3, 2, () => new Tanh()), LearningTask.Spirals()));
        yield return ("ReLU regression of a wave by SGD with momentum", draw => Sgd(0.02, 200, momentum: 0.9).Run(
            Networks.Mlp(1, draw.Of(32, 64), 2, 1, () => new Relu()), LearningTask.Wave()));
        yield return ("two sigmoid layers by Adam", draw => Adam(0.02, 200).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Sigmoid()), LearningTask.Digits()));
        yield return ("many classes", draw => Sgd(0.2, 80).Run(
            Networks.Mlp(16, draw.Of(48, 64), 1, 20, () => new Tanh()), LearningTask.Clouds(16, 20, 640)));
        yield return ("linear regression", draw => Sgd(0.05, 80).Run(
            Networks.Mlp(6, 1, 0, 1, () => new Identity()), LearningTask.Surface(6)));
        yield return ("RMSprop on a surface", draw => new Training(p => new RmsProp(p, 0.003), 100).Run(
            Networks.Mlp(6, draw.Of(16, 32), 2, 1, () => new Tanh()), LearningTask.Surface(6)));
        yield return ("MLP by Nesterov's momentum", draw => new Training(p => new Sgd(p, 0.3, momentum: 0.5, nesterov: true), 80, 64).Run(
            Networks.Mlp(8, draw.Of(16, 24), 1, 4, () => new Gelu()), LearningTask.Clouds(8, 4)));
        yield return ("float64", draw => Adam(0.005, 60).Run(
            Networks.Mlp(8, 24, 2, 4, () => new Relu()).To(DType.Float64), LearningTask.Clouds(8, 4).With(x => x.To(DType.Float64))));
        yield return ("SELU with LeCun's values", draw => Sgd(0.02, 80).Run(
            Networks.Mlp(64, draw.Of(24, 32), 5, 10, () => new Selu()).Weights(w => Init.LecunNormal_(w)), LearningTask.Digits()));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Images()
    {
        yield return ("CNN by SGD with momentum", draw => Sgd(0.05, 50, momentum: 0.9).Run(
            Networks.Cnn(draw.Of(6, 8), 2, () => new Relu()), LearningTask.DigitImages()));
        yield return ("CNN of three layers with Kaiming's values", draw => Adam(0.003, 30).Run(
            Networks.Cnn(6, 3, () => new Relu()).Weights(w => Init.KaimingNormal_(w)), LearningTask.DigitImages()));
        yield return ("CNN with batch normalisation by Adam", draw => Adam(0.01, 30).Run(
            Networks.Cnn(8, 3, () => new LeakyRelu(), () => new BatchNorm2d(8)), LearningTask.DigitImages()));
        yield return ("CNN with GELU by AdamW", draw => new Training(p => new AdamW(p, 0.005), 40).Run(
            Networks.Cnn(draw.Of(4, 8), 2, () => new Gelu()), LearningTask.DigitImages()));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Sequences()
    {
        yield return ("LSTM over twenty steps", draw => Adam(0.02, 60).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), 12), LearningTask.Sequences(20)));
        yield return ("GRU of two layers", draw => Adam(0.01, 50).Run(
            Networks.Recurrent(width => new Gru(1, width, numLayers: 2, batchFirst: true), 10), LearningTask.Sequences(10)));
        yield return ("LSTM by SGD with momentum", draw => Sgd(0.3, 80, momentum: 0.9).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), 12), LearningTask.Sequences(8)));
        yield return ("recurrent ReLU with orthogonal weights", draw =>
        {
            var net = Networks.Recurrent(width => new Rnn(1, width, nonlinearity: "relu", batchFirst: true), 12);
            Init.Orthogonal_(net.NamedParameters.Single(one => one.Key.Contains("weight_hh")).Value);
            return (Adam(0.01, 50) with { Clip = 1 }).Run(net, LearningTask.Sequences(12));
        });
        yield return ("transformer of three layers", draw => Adam(0.003, 40, 16).Run(
            Networks.Transformer(12, 24, 3, 8), LearningTask.Letters(8)));
        yield return ("transformer with weights of deviation 0.02", draw => Adam(0.005, 50, 16).Run(
            Networks.Transformer(12, 32, 2, 8, activation: "gelu").Weights(w => w.Normal_(0, 0.02)), LearningTask.Letters(8)));
        yield return ("transformer by SGD with clipping", draw => (Sgd(0.1, 50, 16, 0.9) with { Clip = 1 }).Run(
            Networks.Transformer(8, 16, 1, 6), LearningTask.Letters(6, 8)));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Deep()
    {
        yield return ("deep residual network of twenty blocks", draw => Adam(0.002, 40).Run(
            Networks.Residuals(64, 16, 20, 10, () => new Relu(), width => new LayerNorm([width])), LearningTask.Digits()));
        yield return ("deep residual network with batch normalisation", draw => Sgd(0.05, 50, 64).Run(
            Networks.Residuals(8, 16, draw.Of(8, 12), 4, () => new Relu(), width => new BatchNorm1d(width)), LearningTask.Clouds(8, 4)));
        yield return ("ten tanh layers with orthogonal weights", draw => Sgd(0.02, 80, momentum: 0.9).Run(
            Networks.Mlp(8, draw.Of(24, 32), 10, 4, () => new Tanh()).Weights(w => Init.Orthogonal_(w)), LearningTask.Clouds(8, 4)));
        yield return ("ten ReLU layers with Kaiming's values", draw => Adam(0.002, 60).Run(
            Networks.Mlp(64, draw.Of(40, 48), 10, 10, () => new Relu()).Weights(w => Init.KaimingNormal_(w)), LearningTask.Digits()));
        yield return ("deep layers with layer normalisation", draw => Adam(0.003, 60).Run(
            Networks.Mlp(8, 24, 8, 4, () => new Gelu(), () => new LayerNorm([24])), LearningTask.Clouds(8, 4)));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Odd()
    {
        yield return ("converged regression", draw => Adam(0.01, 400).Run(
            Networks.Mlp(6, 32, 1, 1, () => new Tanh()), LearningTask.Surface(6, 64)));
        yield return ("converged ReLU classifier", draw => Adam(0.02, 300).Run(
            Networks.Mlp(8, 32, 2, 2, () => new Relu()), LearningTask.Clouds(8, 2, 64, 0.5)));
        yield return ("five steps", draw => Adam(0.003, 5).Run(
            Networks.Cnn(6, 2, () => new Relu()), LearningTask.DigitImages()));
        yield return ("twenty steps of a transformer", draw => Adam(0.001, 20, 16).Run(
            Networks.Transformer(12, 16, 2, 8), LearningTask.Letters(8)));
        yield return ("cycle of rates", draw => (Sgd(0.1, 80, momentum: 0.9) with { Schedule = o => new OneCycleLR(o, 0.2, 80) }).Run(
            Networks.Mlp(64, 32, 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return ("only biases train", draw =>
        {
            var net = Networks.Mlp(8, 32, 2, 4, () => new Relu());
            foreach (var (name, parameter) in net.NamedParameters.Where(one => one.Key.Contains("weight") && !one.Key.StartsWith('4')))
            {
                parameter.RequiresGrad = false;
            }

            return Adam(0.02, 80).Run(net, LearningTask.Clouds(8, 4));
        });
        yield return ("losses of a millionth", draw => Adam(0.005, 80).Run(
            Networks.Mlp(6, 24, 2, 1, () => new Relu()),
            LearningTask.Surface(6) with { Loss = (output, target) => MseLoss(output, target) * 1e-6 }));
        yield return ("noisy targets", draw => Adam(0.01, 150).Run(
            Networks.Mlp(6, 24, 1, 1, () => new Tanh()),
            LearningTask.Surface(6, 512) is var task ? task with { Targets = task.Targets + (Tensor.RandnLike(task.Targets) * 0.6) } : null!));
        yield return ("sum of losses", draw => Adam(0.005, 60).Run(
            Networks.Mlp(8, 24, 2, 4, () => new Relu()),
            LearningTask.Clouds(8, 4) with { Loss = (output, target) => CrossEntropy(output, target) * 32 }));
        yield return ("embedding of many words", draw =>
        {
            var (word, head) = (new Embedding(2000, 16), new Linear(16, 2));
            var words = (Tensor.Rand(512, 6) * 2000).To(DType.Int64);
            var task = new LearningTask(words, (words.To(DType.Float32).Mean(1) > 1000).To(DType.Int64), (output, target) => CrossEntropy(output, target));
            return Adam(0.05, 100).Run(new Wired(x => head.Call(word.Call(x).Mean(1)), ("word", word), ("head", head)), task);
        });
        yield return ("some dropout between tanh layers", draw => Adam(0.005, 100).Run(
            Networks.Mlp(64, 48, 2, 10, () => new Sequential(new Tanh(), new Dropout(0.3))), LearningTask.Digits()));
        yield return ("warm-up and cosine", draw => (Adam(0.01, 100) with
        {
            Schedule = o => new SequentialLR(o, [new LinearLR(o, 0.01, 1, 20), new CosineAnnealingLR(o, 80)], [20]),
        }).Run(Networks.Mlp(64, 32, 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return ("binary classifier by logits", draw => Sgd(0.2, 80).Run(
            Networks.Mlp(6, 24, 1, 1, () => new Tanh()),
            LearningTask.Clouds(6, 2) with { Loss = (output, target) => BinaryCrossEntropyWithLogits(output.Squeeze(1), target.To(DType.Float32)) }));
        yield return ("fine-tuning with a small rate", draw =>
        {
            var net = Networks.Cnn(6, 2, () => new Relu());
            Adam(0.01, 60).Run(net, LearningTask.DigitImages());
            return Sgd(0.001, 40, momentum: 0.9).Run(net, LearningTask.DigitImages());
        });
    }
}
