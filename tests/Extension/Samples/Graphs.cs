using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>The graphs that lectures draw.</summary>
internal static class Graphs
{
    /// <summary>(x·w − 2)² at x = 2, w = 3.</summary>
    public static GraphSnapshot Square(bool backward = true)
    {
        var graph = new GraphBuilder();
        var x = graph.Parameter("x", 2.0);
        var w = graph.Parameter("w", 3.0);
        var y = graph.Apply("mul", "y", x, w);
        var difference = graph.Apply("sub", null, y, graph.Constant("target", 2.0));
        var loss = graph.Apply("square", "loss", difference);
        return backward ? graph.Backward(loss) : graph.Forward(loss);
    }

    /// <summary>(x + y)·(x − y).</summary>
    public static GraphSnapshot SumTimesDifference()
    {
        var graph = new GraphBuilder();
        var x = graph.Parameter("x", 5.0);
        var y = graph.Parameter("y", 3.0);
        return graph.Backward(graph.Apply("mul", "z", graph.Apply("add", "a", x, y), graph.Apply("sub", "b", x, y)));
    }

    /// <summary>(x + y)·w with a parameter without a name.</summary>
    public static GraphSnapshot SumTimesWeight()
    {
        var graph = new GraphBuilder();
        var sum = graph.Apply("add", null, graph.Parameter("x", -2.0), graph.Parameter("y", 5.0));
        return graph.Backward(graph.Apply("mul", null, sum, graph.Parameter(null, -4.0)));
    }

    /// <summary>x·x + x: a value used three times.</summary>
    public static GraphSnapshot FanOut()
    {
        var graph = new GraphBuilder();
        var x = graph.Parameter("x", 3.0);
        return graph.Backward(graph.Apply("add", "y", graph.Apply("mul", null, x, x), x));
    }

    /// <summary>MatMul → Add → Softmax → Log → Index.</summary>
    public static GraphSnapshot Softmax()
    {
        var graph = new GraphBuilder();
        var h = graph.Apply("matmul", "h", [1, 10], graph.Constant("x", [1, 64]), graph.Parameter("W", [64, 10]));
        var logits = graph.Apply("add", "logits", [1, 10], h, graph.Parameter("b", [10]));
        var p = graph.Apply("softmax", "p", [1, 10], logits);
        return graph.Backward(graph.Apply("index", "loss", [], graph.Apply("log", null, [1, 10], p)));
    }

    /// <summary>Two layers and a mean squared error.</summary>
    public static GraphSnapshot Perceptron()
    {
        var graph = new GraphBuilder();
        var (data, weights) = (graph.Constant("X", [32, 4]), graph.Parameter("W1", [4, 16]));
        var hidden = graph.Apply("matmul", null, [32, 16], data, weights);
        var shifted = graph.Apply("add", null, [32, 16], hidden, graph.Parameter("b1", [16]));
        var active = graph.Apply("relu", "h", [32, 16], shifted);
        var output = graph.Apply("matmul", null, [32, 1], active, graph.Parameter("W2", [16, 1]));
        var predicted = graph.Apply("add", "ŷ", [32, 1], output, graph.Parameter("b2", [1]));
        var error = graph.Apply("sub", null, [32, 1], predicted, graph.Constant("target", [32, 1]));
        return graph.Backward(graph.Apply("mean", "loss", [], graph.Apply("square", null, [32, 1], error)));
    }

    /// <summary>A line of operations.</summary>
    public static GraphSnapshot Chain(int length)
    {
        var graph = new GraphBuilder();
        var last = graph.Parameter("x", 0.5);
        for (var index = 0; index < length; index++)
        {
            last = graph.Apply("tanh", null, last);
        }

        return graph.Backward(last);
    }

    /// <summary>Blocks that each add their input to their output.</summary>
    public static GraphSnapshot Residual(int blocks)
    {
        var graph = new GraphBuilder();
        var x = graph.Apply("matmul", "h0", [8, 32], graph.Constant("x", [8, 32]), graph.Parameter("W0", [32, 32]));
        for (var block = 1; block <= blocks; block++)
        {
            var inner = graph.Apply("matmul", null, [8, 32], x, graph.Parameter($"W{block}", [32, 32]));
            x = graph.Apply("add", $"h{block}", [8, 32], x, graph.Apply("relu", null, [8, 32], inner));
        }

        return graph.Backward(graph.Apply("mean", "loss", [], x));
    }

    /// <summary>A division that went wrong.</summary>
    public static GraphSnapshot NotFinite()
    {
        var graph = new GraphBuilder();
        var x = graph.Parameter("x", 0.0);
        var huge = graph.Constant("huge", double.PositiveInfinity);
        var odd = Summaries.Of(1, double.NaN, -2, double.NegativeInfinity);
        var weights = graph.Leaf(GraphNodeKind.Parameter, "W", odd, [4]);
        var product = graph.Apply("mul", "nan", x, huge);
        return graph.Backward(graph.Apply("mul", "loss", [4], product, weights));
    }
}
