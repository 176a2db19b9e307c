using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>The networks that are trained.</summary>
internal static class Networks
{
    /// <summary>Layers of one width, each with a function behind it, and one that makes the outputs.</summary>
    public static Sequential Mlp(
        int inputs, int width, int depth, int outputs, Func<Module<Tensor, Tensor>> function,
        Func<Module<Tensor, Tensor>>? norm = null)
    {
        var steps = new List<Module<Tensor, Tensor>>();
        for (var layer = 0; layer < depth; layer++)
        {
            steps.Add(new Linear(layer == 0 ? inputs : width, width));
            if (norm is not null)
            {
                steps.Add(norm());
            }

            steps.Add(function());
        }

        return new Sequential([.. steps, new Linear(depth == 0 ? inputs : width, outputs)]);
    }

    /// <summary>Convolutions over digits [batch, 1, 8, 8], and a layer that tells them apart.</summary>
    public static Sequential Cnn(
        int channels, int depth, Func<Module<Tensor, Tensor>> function, Func<Module<Tensor, Tensor>>? norm = null)
    {
        var steps = new List<Module<Tensor, Tensor>>();
        for (var layer = 0; layer < depth; layer++)
        {
            steps.Add(new Conv2d(layer == 0 ? 1 : channels, channels, 3, padding: 1));
            if (norm is not null)
            {
                steps.Add(norm());
            }

            steps.Add(function());
        }

        return new Sequential([.. steps, new MaxPool2d(2), new Flatten(), new Linear(channels * 16, 10)]);
    }

    /// <summary>Blocks that are added to what they get, over rows of numbers.</summary>
    public static Sequential Residuals(
        int inputs, int width, int depth, int outputs, Func<Module<Tensor, Tensor>> function,
        Func<int, Module<Tensor, Tensor>>? norm = null) =>
        new(
        [
            new Linear(inputs, width),
            .. Enumerable.Range(0, depth).Select(_ => new Residual(new Sequential(
            [
                norm?.Invoke(width) ?? new Identity(), new Linear(width, width), function(), new Linear(width, width),
            ]))),
            function(),
            new Linear(width, outputs),
        ]);

    /// <summary>A recurrent network over sequences [batch, length, 1] that answers at the end.</summary>
    public static Wired Recurrent(Func<int, Module> cell, int width, int outputs = 2)
    {
        var (network, head) = (cell(width), new Linear(width, outputs));
        return new(
            x => head.Call((network switch
            {
                Lstm lstm => lstm.Call(x).Output,
                Gru gru => gru.Call(x).Output,
                Rnn rnn => rnn.Call(x).Output,
                _ => throw new InvalidOperationException(),
            })[.., ^1]),
            ("cell", network),
            ("head", head));
    }

    /// <summary>A transformer over letters [batch, length] that tells the next one at each place.</summary>
    public static Wired Transformer(
        int letters, int width, int layers, int length, double dropout = 0, string activation = "relu", bool normFirst = true)
    {
        var (letter, place) = (new Embedding(letters, width), new Embedding(length, width));
        TransformerEncoderLayer[] stack =
        [
            .. Enumerable.Range(0, layers).Select(_ => new TransformerEncoderLayer(
                width, 2, 2 * width, dropout, activation, batchFirst: true, normFirst: normFirst)),
        ];
        var (norm, head) = (new LayerNorm([width]), new Linear(width, letters));
        var mask = Tensor.Ones(length, length).Triu(1) > 0;
        return new(
            x =>
            {
                var tokens = letter.Call(x) + place.Call(Tensor.Arange(length).To(DType.Int64));
                return head.Call(norm.Call(stack.Aggregate(tokens, (y, layer) => layer.Call(y, mask, isCausal: true))));
            },
            [("letter", letter), ("place", place), .. stack.Select((layer, i) => ($"layers.{i}", (Module)layer)), ("norm", norm), ("head", head)]);
    }

    /// <summary>Changes the weights, not biases, of all linear and convolutional layers.</summary>
    public static TModule Weights<TModule>(this TModule model, Action<Tensor> change)
        where TModule : Module
    {
        foreach (var (name, parameter) in model.NamedParameters.Where(one => one.Value.Shape.Rank >= 2))
        {
            using var unrecorded = Autograd.NoGrad();
            change(parameter);
        }

        return model;
    }

    /// <summary>Changes the biases of all layers but the last.</summary>
    public static TModule Biases<TModule>(this TModule model, Action<Tensor> change)
        where TModule : Module
    {
        foreach (var (name, parameter) in model.NamedParameters.Where(one => one.Key.Contains("bias")).SkipLast(1))
        {
            using var unrecorded = Autograd.NoGrad();
            change(parameter);
        }

        return model;
    }
}
