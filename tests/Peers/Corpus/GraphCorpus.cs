namespace NotebookGrad.Peers.Corpus;

/// <summary>The graphs by which layouts are judged, all recorded by the engine.</summary>
internal static class GraphCorpus
{
    /// <summary>What people compute, in order of kinds.</summary>
    public static IReadOnlyList<RecordedGraph> Models { get; } =
    [
        new("(x·w − 2)²", Expressions.Square),
        new("x·x + x", Expressions.FanOut),
        new("(x + y)·(x − y)", Expressions.SumTimesDifference),
        new("root of a quadratic", Expressions.QuadraticRoot),
        new("logistic regression", Expressions.LogisticRegression),
        new("cross-entropy of 3 logits", Expressions.Softmax),
        new("polynomial of degree 8", () => Expressions.Horner(8)),
        new("Rosenbrock of 6", () => Expressions.Rosenbrock(6)),
        new("neurons 2-4-1", () => Expressions.Neurons(2, 4)),
        new("neurons 3-8-1", () => Expressions.Neurons(3, 8)),
        new("Newton, 10 steps", () => Expressions.Newton(10)),
        new("pendulum, 4 steps", () => Expressions.Pendulum(4)),
        new("MLP 4-16-1", () => FeedForward.Perceptron(4, 16, 1)),
        new("MLP 8-32-32-4", () => FeedForward.Perceptron(8, 32, 32, 4)),
        new("MLP of 10 layers", () => FeedForward.Perceptron([.. Enumerable.Repeat(8, 11)])),
        new("MLP of 50 layers", () => FeedForward.Perceptron([.. Enumerable.Repeat(8, 51)])),
        new("classifier of 2 layers", () => FeedForward.Classifier(2)),
        new("classifier of 5 layers", () => FeedForward.Classifier(5)),
        new("residual, 2 blocks", () => FeedForward.Residual(2)),
        new("residual, 8 blocks", () => FeedForward.Residual(8)),
        new("residual, 40 blocks", () => FeedForward.Residual(40)),
        new("densely connected, 4", () => FeedForward.DenselyConnected(4)),
        new("densely connected, 12", () => FeedForward.DenselyConnected(12)),
        new("highway, 6 layers", () => FeedForward.Highway(6)),
        new("variational autoencoder", FeedForward.VariationalAutoencoder),
        new("mixture of 4 experts", () => FeedForward.MixtureOfExperts(4)),
        new("mixture of 12 experts", () => FeedForward.MixtureOfExperts(12)),
        new("chain of 10", () => FeedForward.Chain(10)),
        new("chain of 1,000", () => FeedForward.Chain(1000)),
        new("LeNet", Convolutional.LeNet),
        new("VGG, 4 stages", () => Convolutional.Vgg(4)),
        new("ResNet, 4 blocks", () => Convolutional.ResNet(4)),
        new("ResNet, 16 blocks", () => Convolutional.ResNet(16)),
        new("U-net, 2 levels", () => Convolutional.UNet(2)),
        new("U-net, 4 levels", () => Convolutional.UNet(4)),
        new("Inception, 1 module", () => Convolutional.Inception(1)),
        new("Inception, 6 modules", () => Convolutional.Inception(6)),
        new("Elman, 5 steps", () => Recurrent.Elman(5)),
        new("Elman, 20 steps", () => Recurrent.Elman(20)),
        new("LSTM, 1 step", () => Recurrent.Lstm(1)),
        new("LSTM, 5 steps", () => Recurrent.Lstm(5)),
        new("LSTM, 20 steps", () => Recurrent.Lstm(20)),
        new("LSTM of 2 layers, 8 steps", () => Recurrent.Lstm(8, layers: 2)),
        new("GRU, 3 steps", () => Recurrent.Gru(3)),
        new("GRU, 20 steps", () => Recurrent.Gru(20)),
        new("attention, 1 head", () => Attention.Heads(1)),
        new("attention, 8 heads", () => Attention.Heads(8)),
        new("encoder, 1 block", () => Attention.Encoder(1, heads: 2)),
        new("encoder, 6 blocks", () => Attention.Encoder(6, heads: 4)),
        new("encoder and decoder, 3 blocks", () => Attention.EncoderDecoder(3)),
    ];

    /// <summary>Random programs: operands from near by, from further away, and from anywhere.</summary>
    public static IReadOnlyList<RecordedGraph> Programs { get; } =
    [
        Program(50, 5, 1),
        Program(50, 20, 2),
        Program(50, 50, 3),
        Program(100, 5, 4),
        Program(100, 20, 5),
        Program(100, 100, 6),
        Program(200, 5, 7),
        Program(200, 20, 8),
        Program(200, 200, 9),
        Program(500, 5, 10),
        Program(500, 20, 11),
        Program(500, 500, 12),
        Program(1000, 5, 13),
        Program(1000, 20, 14),
        Program(1000, 1000, 15),
        Program(2000, 5, 16),
        Program(2000, 20, 17),
        Program(2000, 2000, 18),
    ];

    /// <summary>What whole pictures are timed with, up to sizes that are only ever drawn folded.</summary>
    public static IReadOnlyList<RecordedGraph> Pictures { get; } =
    [
        new("MLP of 20 layers", () => FeedForward.Perceptron([.. Enumerable.Repeat(8, 21)])),
        Program(100, 20, 5),
        Program(1000, 20, 14),
        Program(10_000, 20, 19),
        new("chain of 10,000", () => FeedForward.Chain(10_000)),
        new("residual, 1,000 blocks", () => FeedForward.Residual(1000)),
    ];

    /// <summary>All graphs.</summary>
    public static IReadOnlyList<RecordedGraph> All { get; } = [.. Models, .. Programs];

    private static RecordedGraph Program(int nodes, int reach, int seed) => new(
        FormattableString.Invariant($"program of {nodes:N0}, reach {reach:N0}, seed {seed}"),
        () => RandomProgram.Of(nodes, reach, seed));
}
