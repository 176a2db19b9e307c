using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using static NotebookGrad.Functional;
using static NotebookGrad.Tests.Flow.Suite.Training;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>Trainings that go well, also those that look odd: what the rules were made with.</summary>
internal static class Healthy
{
    public static IReadOnlyList<(string Name, Func<Draw, FlowSnapshot> Train)> All { get; } =
    [
        .. Plain(), .. Images(), .. Sequences(), .. Deep(), .. Odd(),
    ];

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Plain()
    {
        yield return ("MLP with ReLU on digits by SGD", draw => Sgd(0.1).Run(
            Networks.Mlp(64, draw.Of(24, 48), draw.Of(1, 2, 3), 10, () => new Relu()), LearningTask.Digits()));
        yield return ("MLP with tanh on clouds by SGD with momentum", draw => Sgd(0.02, momentum: 0.9).Run(
            Networks.Mlp(8, draw.Of(16, 32), draw.Of(1, 2), 4, () => new Tanh()), LearningTask.Clouds(8, 4)));
        yield return ("MLP with GELU on spirals by Adam", draw => Adam(0.01, 150).Run(
            Networks.Mlp(2, draw.Of(24, 32), 2, 2, () => new Gelu()), LearningTask.Spirals()));
        yield return ("MLP with one sigmoid layer on irises by Adam", draw => Adam(0.02, 100).Run(
            Networks.Mlp(4, draw.Of(16, 24), 1, 3, () => new Sigmoid()), LearningTask.Irises()));
        yield return ("regression of a wave by Adam", draw => Adam(0.01, 150).Run(
            Networks.Mlp(1, draw.Of(32, 48), 2, 1, () => new Tanh()), LearningTask.Wave()));
        yield return ("regression of a surface by AdamW", draw => new Training(p => new AdamW(p, 0.005), 80).Run(
            Networks.Mlp(6, draw.Of(24, 32), 2, 1, () => new Silu()), LearningTask.Surface(6)));
        yield return ("MLP by RMSprop", draw => new Training(p => new RmsProp(p, 0.002), 80).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new LeakyRelu()), LearningTask.Digits()));
        yield return ("MLP by NAdam", draw => new Training(p => new NAdam(p, 0.003), 60).Run(
            Networks.Mlp(4, draw.Of(16, 32), 2, 3, () => new Elu()), LearningTask.Irises()));
        yield return ("MLP by Adagrad", draw => new Training(p => new Adagrad(p, 0.05), 60).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Relu()), LearningTask.Clouds(8, 4)));
        yield return ("logistic regression", draw => Sgd(0.1, 80).Run(
            Networks.Mlp(8, 1, 0, 4, () => new Identity()), LearningTask.Clouds(8, 4)));
        yield return ("MLP with Kaiming's values", draw => Sgd(0.05).Run(
            Networks.Mlp(64, draw.Of(32, 48), 3, 10, () => new Relu()).Weights(w => Init.KaimingNormal_(w)), LearningTask.Digits()));
        yield return ("MLP with Xavier's values", draw => Sgd(0.05).Run(
            Networks.Mlp(8, draw.Of(16, 32), 4, 4, () => new Tanh()).Weights(w => Init.XavierUniform_(w)), LearningTask.Clouds(8, 4)));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Images()
    {
        yield return ("CNN by Adam", draw => Adam(0.005, 40).Run(
            Networks.Cnn(draw.Of(4, 8), draw.Of(1, 2), () => new Relu()), LearningTask.DigitImages()));
        yield return ("CNN with batch normalisation by SGD", draw => draw.Of(4, 6) is var channels ? Sgd(0.1, 30).Run(
            Networks.Cnn(channels, 2, () => new Relu(), () => new BatchNorm2d(channels)), LearningTask.DigitImages()) : null!);
        yield return ("CNN with tanh", draw => Sgd(0.1, 40).Run(
            Networks.Cnn(draw.Of(4, 6), 2, () => new Tanh()), LearningTask.DigitImages()));
        yield return ("CNN with group normalisation", draw => Adam(0.005, 30).Run(
            Networks.Cnn(6, 2, () => new Silu(), () => new GroupNorm(2, 6)), LearningTask.DigitImages()));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Sequences()
    {
        yield return ("LSTM", draw => Adam(0.02, 50).Run(
            Networks.Recurrent(width => new Lstm(1, width, batchFirst: true), draw.Of(8, 16)), LearningTask.Sequences(draw.Of(8, 12))));
        yield return ("GRU", draw => Adam(0.02, 50).Run(
            Networks.Recurrent(width => new Gru(1, width, batchFirst: true), draw.Of(8, 16)), LearningTask.Sequences(8)));
        yield return ("recurrent tanh", draw => Adam(0.01, 50).Run(
            Networks.Recurrent(width => new Rnn(1, width, batchFirst: true), draw.Of(8, 16)), LearningTask.Sequences(8)));
        yield return ("LSTM of two layers with clipping", draw => (Adam(0.02, 40) with { Clip = 1 }).Run(
            Networks.Recurrent(width => new Lstm(1, width, numLayers: 2, batchFirst: true), 8), LearningTask.Sequences(8)));
        yield return ("transformer", draw => Adam(0.005, 40, 16).Run(
            Networks.Transformer(12, draw.Of(16, 24), draw.Of(1, 2), 8), LearningTask.Letters(8)));
        yield return ("transformer with normalisation behind, dropout and warm-up", draw =>
            (Adam(0.01, 40, 16) with { Schedule = o => new LinearLR(o, 0.05, 1, 15) }).Run(
                Networks.Transformer(12, 16, 2, 8, 0.1, "gelu", normFirst: false), LearningTask.Letters(8)));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Deep()
    {
        yield return ("deep residual network with layer normalisation", draw => Adam(0.003, 50).Run(
            Networks.Residuals(64, draw.Of(16, 24), draw.Of(8, 12), 10, () => new Relu(), width => new LayerNorm([width])), LearningTask.Digits()));
        yield return ("deep residual network without", draw => Sgd(0.02, 50, momentum: 0.9).Run(
            Networks.Residuals(8, draw.Of(16, 24), draw.Of(6, 10), 4, () => new Gelu()), LearningTask.Clouds(8, 4)));
        yield return ("residual network whose added parts begin at 0", draw => Adam(0.003, 50).Run(
            Zeroed(Networks.Residuals(64, 24, draw.Of(6, 8), 10, () => new Relu())), LearningTask.Digits()));
        yield return ("deep network with batch normalisation", draw => draw.Of(24, 32) is var width ? Adam(0.005, 60, 64).Run(
            Networks.Mlp(64, width, 8, 10, () => new Relu(), () => new BatchNorm1d(width)), LearningTask.Digits()) : null!);
        yield return ("six ReLU layers with Kaiming's values", draw => Adam(0.003, 60).Run(
            Networks.Mlp(8, draw.Of(24, 32), 6, 4, () => new Relu()).Weights(w => Init.KaimingNormal_(w)), LearningTask.Clouds(8, 4)));
    }

    private static IEnumerable<(string, Func<Draw, FlowSnapshot>)> Odd()
    {
        yield return ("converged", draw => Adam(0.02, 300).Run(
            Networks.Mlp(8, draw.Of(16, 32), 1, 2, () => new Tanh()), LearningTask.Clouds(8, 2, 64, 0.5)));
        yield return ("dropout", draw => Adam(0.005, 80).Run(
            Networks.Mlp(64, 48, 2, 10, () => new Sequential(new Relu(), new Dropout(0.5))), LearningTask.Digits()));
        yield return ("ten steps", draw => Adam(0.001, 10).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return ("ten steps of SGD", draw => Sgd(0.01, 10).Run(
            Networks.Mlp(8, draw.Of(24, 32), 2, 4, () => new Tanh()), LearningTask.Clouds(8, 4)));
        yield return ("warm-up from almost nothing", draw => (Adam(0.01, 60) with { Schedule = o => new LinearLR(o, 0.001, 1, 40) }).Run(
            Networks.Mlp(8, draw.Of(16, 24), 2, 4, () => new Relu()), LearningTask.Clouds(8, 4)));
        yield return ("frozen body", draw =>
        {
            var (body, head) = (Networks.Mlp(64, draw.Of(24, 32), 1, 32, () => new Relu()).RequiresGrad_(false), new Linear(32, 10));
            return Adam(0.02, 60).Run(
                new Wired(x => head.Call(body.Call(x).Relu()), ("body", body), ("head", head)), LearningTask.Digits());
        });
        yield return ("losses of a million", draw => Adam(0.01, 80).Run(
            Networks.Mlp(6, draw.Of(24, 32), 2, 1, () => new Relu()),
            LearningTask.Surface(6) with { Loss = (output, target) => MseLoss(output * 1000, target * 1000) }));
        yield return ("gradients of four passes for each step", draw => (Sgd(0.1, 60, 8) with { Passes = 4 }).Run(
            Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return ("clipping", draw => (Sgd(0.3, 60) with { Clip = 0.5 }).Run(
            Networks.Mlp(8, draw.Of(16, 24), 2, 4, () => new Relu()), LearningTask.Clouds(8, 4)));
        yield return ("tied weights", draw =>
        {
            var letter = new Embedding(12, 16);
            var inner = Networks.Mlp(16, 32, 1, 16, () => new Gelu());
            return Adam(0.01, 50, 16).Run(
                new Wired(x => Linear(inner.Call(letter.Call(x)), letter.Weight), ("letter", letter), ("inner", inner)),
                LearningTask.Letters(8));
        });
        yield return ("batches of two", draw => Sgd(0.03, 100, 2).Run(
            Networks.Mlp(4, draw.Of(16, 24), 1, 3, () => new Relu()), LearningTask.Irises()));
        yield return ("cosine schedule to nothing", draw => (Adam(0.01, 80) with { Schedule = o => new CosineAnnealingLR(o, 80) }).Run(
            Networks.Mlp(64, 32, 2, 10, () => new Relu()), LearningTask.Digits()));
        yield return ("every step looked at", draw => (Adam(0.005, 40) with { Every = 1 }).Run(
            Networks.Mlp(8, draw.Of(16, 32), 2, 4, () => new Relu()), LearningTask.Clouds(8, 4)));
        yield return ("sigmoid output and binary cross entropy", draw => Adam(0.02, 120).Run(
            new Sequential(new Linear(8, 16), new Relu(), new Linear(16, 1), new Sigmoid()),
            LearningTask.Clouds(8, 2) with { Loss = (output, target) => BinaryCrossEntropy(output.Squeeze(1), target.To(DType.Float32)) }));
        yield return ("continued after it has learned", draw =>
        {
            var net = Networks.Mlp(64, draw.Of(24, 32), 2, 10, () => new Relu());
            var task = LearningTask.Digits();
            Adam(0.01, 80).Run(net, task);
            return Adam(0.0005, 40).Run(net, task);
        });
        yield return ("autoencoder with a narrow middle", draw => Adam(0.005, 80).Run(
            new Sequential(new Linear(64, 32), new Relu(), new Linear(32, 8), new Tanh(), new Linear(8, 32), new Relu(), new Linear(32, 64), new Sigmoid()),
            LearningTask.Digits() is var task ? new LearningTask(task.Inputs, task.Inputs, (output, target) => MseLoss(output, target)) : null!));
    }

    private static Sequential Zeroed(Sequential residuals)
    {
        foreach (var (name, parameter) in residuals.NamedParameters.Where(one => one.Key.Contains("body.3")))
        {
            Init.Zeros_(parameter);
        }

        return residuals;
    }
}
