namespace NotebookGrad.Gallery;

/// <summary>Graphs of networks, from a layer to ten thousand operations.</summary>
internal static class NetworkExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("The network that reads digits", "The loss on a batch, after 30 epochs.", () =>
        {
            var (w1, b1, w2, b2) = Digits.Network.Parameters();
            var (x, labels) = (Digits.Network.Images[..32].Named("x"), Digits.Network.Labels[..32].Named("labels"));
            Tensor h, scores;
            using (Graph.Module("hidden"))
            {
                h = (x.MatMul(w1) + b1).Tanh().Named("h");
            }

            using (Graph.Module("output"))
            {
                scores = (h.MatMul(w2) + b2).Named("scores");
            }

            var loss = Functional.CrossEntropy(scores, labels).Named("loss");
            loss.Backward();
            return loss.Graph();
        }),
        new("Residual blocks", "Each block is a module with a frame.", () =>
        {
            var random = new Generator(2);
            var h = Tensor.Randn(8, 16, generator: random).Named("x");
            for (var block = 0; block < 3; block++)
            {
                using (Graph.Module("block"))
                {
                    var w = Parameter(random, 16, 16).Named($"W{block}");
                    h = h + h.MatMul(w).Relu();
                }
            }

            var loss = h.Pow(2).Mean().Named("loss");
            loss.Backward();
            return loss.Graph();
        }),
        new("An LSTM over eight steps", "The same cell again and again.", () =>
        {
            var random = new Generator(3);
            var (w, u) = (Parameter(random, 4, 32).Named("W"), Parameter(random, 8, 32).Named("U"));
            var (h, c) = (Tensor.Zeros(1, 8).Named("h0"), Tensor.Zeros(1, 8).Named("c0"));
            for (var step = 0; step < 8; step++)
            {
                using (Graph.Module("cell"))
                {
                    var gates = Tensor.Randn(1, 4, generator: random).MatMul(w) + h.MatMul(u);
                    c = (gates[.., ..8].Sigmoid() * c) + (gates[.., 8..16].Sigmoid() * gates[.., 16..24].Tanh());
                    h = gates[.., 24..].Sigmoid() * c.Tanh();
                }
            }

            var loss = h.Pow(2).Sum().Named("loss");
            loss.Backward();
            return loss.Graph();
        }),
        new("Attention", "Scores of queries and keys, and what they choose.", () =>
        {
            var random = new Generator(4);
            var x = Tensor.Randn(6, 8, generator: random).Named("x");
            var query = x.MatMul(Parameter(random, 8, 8).Named("Wq")).Named("query");
            var key = x.MatMul(Parameter(random, 8, 8).Named("Wk")).Named("key");
            var value = x.MatMul(Parameter(random, 8, 8).Named("Wv")).Named("value");
            var attention = (query.MatMul(key.T) / Math.Sqrt(8)).Softmax(1).Named("attention");
            var loss = attention.MatMul(value).Pow(2).Mean().Named("loss");
            loss.Backward();
            return loss.Graph();
        }),
        new("Ten thousand operations", "Folded, whatever the size.", () =>
        {
            var x = Tensor.Of(0.5f, requiresGrad: true).Named("x");
            var y = x;
            for (var i = 0; i < 10_000; i++)
            {
                y = y.Tanh();
            }

            y.Named("y").Backward();
            return y.Graph();
        }),
    ];

    private static Tensor Parameter(Generator random, int rows, int columns)
    {
        var parameter = Tensor.Randn(rows, columns, generator: random) / Math.Sqrt(rows);
        parameter.RequiresGrad = true;
        return parameter;
    }
}
