using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Graphs that are too large to be seen at a time.</summary>
internal static class LargeGraphs
{
    /// <summary>Layers of matmul, + and ReLU, each with weights of its own, and a mean.</summary>
    public static GraphSnapshot Layers(int count, bool modules)
    {
        var graph = new GraphBuilder();
        var x = graph.Constant("x", [4, 8]);
        for (var layer = 0; layer < count; layer++)
        {
            if (modules)
            {
                graph.Enter($"layer{layer}");
            }

            var (w, b) = (graph.Parameter($"W{layer}", [8, 8]), graph.Parameter($"b{layer}", [8]));
            var sum = graph.Apply("add", null, [4, 8], graph.Apply("matmul", null, [4, 8], x, w), b);
            x = graph.Apply("relu", null, [4, 8], sum);
            if (modules)
            {
                graph.Leave();
            }
        }

        return graph.Backward(graph.Apply("mean", "loss", [], x));
    }

    /// <summary>A recurrent net: the same weights at each step, an input of its own.</summary>
    public static GraphSnapshot Recurrent(int steps)
    {
        var graph = new GraphBuilder();
        var (w, u, b) = (graph.Parameter("W", [8, 8]), graph.Parameter("U", [8, 8]), graph.Parameter("b", [8]));
        var h = graph.Constant("h0", [4, 8]);
        for (var step = 0; step < steps; step++)
        {
            var input = graph.Apply("matmul", null, [4, 8], graph.Constant($"x{step}", [4, 8]), u);
            var sum = graph.Apply("add", null, [4, 8], graph.Apply("matmul", null, [4, 8], h, w), input);
            h = graph.Apply("tanh", null, [4, 8], graph.Apply("add", null, [4, 8], sum, b));
        }

        return graph.Backward(graph.Apply("mean", "loss", [], h));
    }

    /// <summary>An encoder of equal blocks, each with an attention and a feed-forward part, and a head.</summary>
    public static GraphSnapshot Transformer(int blocks)
    {
        var graph = new GraphBuilder();
        int[] shape = [4, 8];
        long Weighted(string name, long x) => graph.Apply("matmul", null, shape, x, graph.Parameter(name, [8, 8]));
        graph.Enter("model");
        graph.Enter("embedding");
        var h = graph.Apply("add", null, shape,
            Weighted("tokens", graph.Constant("x", shape)), graph.Parameter("positions", shape));
        graph.Leave();
        for (var block = 0; block < blocks; block++)
        {
            graph.Enter($"block.{block}");
            graph.Enter("attention");
            var scores = graph.Apply("matmul", null, shape, Weighted("Q", h), Weighted("K", h));
            var weights = graph.Apply("softmax", null, shape, scores);
            var mixed = Weighted("O", graph.Apply("matmul", null, shape, weights, Weighted("V", h)));
            graph.Leave();
            h = graph.Apply("add", null, shape, h, mixed);
            graph.Enter("feed-forward");
            var inner = graph.Apply("relu", null, shape, Weighted("W1", h));
            var outer = Weighted("W2", inner);
            graph.Leave();
            h = graph.Apply("add", null, shape, h, outer);
            graph.Leave();
        }

        graph.Enter("head");
        var logits = Weighted("W", h);
        graph.Leave();
        graph.Leave();
        return graph.Backward(graph.Apply("mean", "loss", [], graph.Apply("log", null, shape, logits)));
    }

    /// <summary>Operations with random operands, some in modules; the same for the same seed.</summary>
    public static GraphSnapshot Random(int operations, int seed, bool modules = false)
    {
        var random = new Random(seed);
        var graph = new GraphBuilder();
        var nodes = new List<long> { graph.Parameter("x", 1.0), graph.Parameter(null, 2.0) };
        var depth = 0;
        for (var operation = 0; operation < operations; operation++)
        {
            if (random.Next(8) == 0)
            {
                nodes.Add(random.Next(2) == 0 ? graph.Parameter(null, 1.0) : graph.Constant(null, 1.0));
            }

            if (modules && random.Next(6) == 0)
            {
                var enters = depth == 0 || (depth < 4 && random.Next(2) == 0);
                depth += enters ? 1 : -1;
                ((Action)(enters ? () => graph.Enter($"m{operation}") : graph.Leave))();
            }

            var (one, other) = (nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count)]);
            nodes.Add(random.Next(4) switch
            {
                0 => graph.Apply("tanh", null, one),
                1 => graph.Apply("mul", null, one, other),
                2 => graph.Apply("add", null, nodes[^1], other),
                _ => graph.Apply("sub", null, one, nodes[^1]),
            });
        }

        return graph.Backward(nodes[^1]);
    }
}
