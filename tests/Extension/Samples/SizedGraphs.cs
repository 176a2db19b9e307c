
using NotebookGrad.Peers.Corpus;

namespace NotebookGrad.Tests.Samples;

/// <summary>Graphs of a given number of nodes, recorded by the engine and gone through backwards.</summary>
internal static class SizedGraphs
{
    private const int Batch = 8;
    private const int Width = 16;

    /// <summary>Graphs of twenty nodes.</summary>
    public static IReadOnlyDictionary<string, Func<Tensor>> OfTwenty { get; } = new Dictionary<string, Func<Tensor>>
    {
        ["chain of scalars"] = () => Chain(19),
        ["scalars with fan-out"] = Logistic,
        ["MLP"] = () => Perceptron(layers: 3),
        ["residual"] = () => Residual(blocks: 2),
        ["attention"] = Attention,
        ["CNN"] = Convolutional,
        ["classifier"] = () => Classifier(layers: 4, "W", "b"),
        ["long names"] = () => Classifier(layers: 4, "weights_of_the_hidden_layer_", "the_bias_of_a_hidden_layer_"),
        ["modules"] = () => Modules(layers: 4),
    };

    /// <summary>Graphs of about a hundred nodes.</summary>
    public static IReadOnlyDictionary<string, Func<Tensor>> OfHundred { get; } = new Dictionary<string, Func<Tensor>>
    {
        ["random scalars"] = () => RandomScalars(100),
        ["LSTM"] = () => Recurrent.Lstm(5),
        ["transformer"] = () => Peers.Corpus.Attention.Encoder(blocks: 2, heads: 1),
        ["deep MLP"] = () => Perceptron(layers: 19),
        ["modules"] = () => Modules(layers: 20),
        ["long names"] = () => Classifier(layers: 20, "weights_of_the_hidden_layer_", "the_bias_of_a_hidden_layer_"),
    };

    /// <summary>Graphs of about ten thousand nodes.</summary>
    public static IReadOnlyDictionary<string, Func<Tensor>> OfTenThousand { get; } =
        new Dictionary<string, Func<Tensor>>
        {
            ["chain of scalars"] = () => Chain(9_999),
            ["random scalars"] = () => RandomScalars(10_000),
            ["modules"] = () => Modules(layers: 2_000),
            ["MLP"] = () => Perceptron(layers: 2_000),
        };

    /// <summary>About twenty nodes, each made of the one before it and of any other.</summary>
    public static Tensor Tangled(string name, int[] shape, int seed)
    {
        var random = new Random(seed);
        List<Tensor> values = [Parameter($"{name}1", shape), Parameter($"{name}2", shape), Parameter($"{name}3", shape)];
        while (values.Count < 18)
        {
            var (one, other) = (values[^1], values[random.Next(values.Count)]);
            Tensor next = random.Next(7) switch
            {
                0 => one.Tanh(),
                1 => one.Sin(),
                2 => one + other,
                3 => one - other,
                4 => one.Maximum(other),
                _ => one * other,
            };
            values.Add(seed % 2 == 0 ? next : next.Named($"{name}{values.Count}"));
        }

        return values[^1].Mean().Named("loss");
    }

    private static Tensor Chain(int length) =>
        Enumerable.Range(0, length).Aggregate(Number("x", 0.5), (x, _) => x.Tanh());

    private static Tensor Logistic()
    {
        var (w, v, b) = (Number("w", 0.3), Number("v", -0.2), Number("b", 0.1));
        var p = ((w * v) + (w * b) + v + b).Sigmoid().Named("p");
        var likelihood = (0.8 * p.Log()) + (0.2 * (1 - p).Log());
        return ((w * w) - likelihood).Named("loss");
    }

    private static Tensor Perceptron(int layers)
    {
        var h = Data("x");
        for (var layer = 1; layer <= layers; layer++)
        {
            h = Dense(h, $"W{layer}", $"b{layer}").Tanh();
        }

        return (h - Data("target")).Square().Mean().Named("loss");
    }

    private static Tensor Residual(int blocks)
    {
        var x = Dense(Data("x"), "W0", "b0").Relu().Named("h0");
        for (var block = 1; block <= blocks; block++)
        {
            x = (x + Dense(x, $"W{block}", $"b{block}").Relu()).Named($"h{block}");
        }

        return Functional.MseLoss(x, Data("target")).Named("loss");
    }

    private static Tensor Attention()
    {
        var x = Data("tokens");
        var (q, k, v) = (Dense(x, "Q").Named("q"), Dense(x, "K").Named("k"), Dense(x, "V").Named("v"));
        var weights = (q.MatMul(k.Transpose(0, 1)) / Math.Sqrt(Width)).Softmax(-1).Named("attention");
        var h = Dense(weights.MatMul(v), "O") + x;
        return (Dense(h, "F") + h).Mean().Named("loss");
    }

    private static Tensor Convolutional()
    {
        var images = Tensor.Randn([2, 1, 12, 12], generator: new Generator(3)).Named("images");
        var (kernel, bias) = (Parameter("kernel", 4, 1, 3, 3), Parameter("bias", 4));
        var maps = Functional.MaxPool2d(Functional.Conv2d(images, kernel, bias, padding: "same").Relu(), 2);
        var logits = Dense(Dense(maps.Flatten(1), "W1", "b1").Tanh(), "W2", "b2").Named("logits");
        return Functional.CrossEntropy(logits, Tensor.Of([3L, 1])).Named("loss");
    }

    private static Tensor Classifier(int layers, string weights, string bias)
    {
        var h = Data("x");
        for (var layer = 1; layer < layers; layer++)
        {
            h = Dense(h, weights + layer, bias + layer).Tanh();
        }

        var logits = Dense(h, weights + layers).Named("logits");
        return Functional.CrossEntropy(logits, Tensor.Of([0L, 1, 2, 3, 4, 5, 6, 7])).Named("loss");
    }

    private static Tensor Modules(int layers)
    {
        var h = Data("x");
        for (var layer = 1; layer <= layers; layer++)
        {
            using var module = Graph.Module($"layer{layer}");
            h = Dense(h, $"W{layer}", layer < layers ? $"b{layer}" : null).Relu();
        }

        return h.Mean().Named("loss");
    }

    private static Tensor RandomScalars(int nodes)
    {
        var random = new Random(1);
        List<Tensor> values = [Number("a", 0.5), Number("b", -0.7), Number("c", 1.1)];
        while (values.Count < nodes)
        {
            var (one, other) = (values[^1], values[^(1 + random.Next(Math.Min(20, values.Count)))]);
            values.Add(random.Next(4) switch
            {
                0 => one.Tanh(),
                1 => one * other,
                2 => one + other,
                _ => one - other,
            });
        }

        return values[^1].Named("loss");
    }

    private static Tensor Dense(Tensor x, string weights, string? bias = null)
    {
        var product = x.MatMul(Parameter(weights, x.Shape[1], Width));
        return bias is null ? product : product + Parameter(bias, Width);
    }

    private static Tensor Data(string name) =>
        Tensor.Randn([Batch, Width], generator: new Generator(3)).Named(name);

    private static Tensor Parameter(string name, params int[] shape) =>
        Tensor.Randn(shape, requiresGrad: true, generator: new Generator(name.Length)).Named(name);

    private static Tensor Number(string name, double value) => Tensor.Of(value, requiresGrad: true).Named(name);
}
