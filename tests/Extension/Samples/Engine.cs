namespace NotebookGrad.Tests.Samples;

/// <summary>Results that the engine itself has recorded.</summary>
internal static class Engine
{
    /// <summary>(x·w − 2)² at x = 2, w = 3, before a backward pass.</summary>
    public static Tensor Loss()
    {
        var x = Tensor.Of(2f, requiresGrad: true).Named("x");
        var w = Tensor.Of(3f, requiresGrad: true).Named("w");
        var y = (x * w).Named("y");
        return (y - 2).Pow(2).Named("loss");
    }

    /// <summary>A line of operations on one number, after a backward pass.</summary>
    public static Tensor Line(int length)
    {
        var last = Tensor.Of(0.5f, requiresGrad: true).Named("x");
        for (var index = 0; index < length; index++)
        {
            last = last.Tanh();
        }

        last.Backward();
        return last;
    }

    /// <summary>Layers of a network whose graph has so many nodes, at least four, after a backward pass.</summary>
    public static Tensor Network(int nodes)
    {
        const int perLayer = 5, aroundThem = 3;
        var generator = new Generator(1);
        var h = Tensor.Randn(8, 16, generator: generator).Named("x");
        for (var layer = 1; layer <= (nodes - aroundThem) / perLayer; layer++)
        {
            var w = Tensor.Randn(16, 16, requiresGrad: true, generator: generator).Named($"W{layer}");
            var b = Tensor.Zeros(16, requiresGrad: true).Named($"b{layer}");
            h = (h.MatMul(w) + b).Tanh();
        }

        for (var rest = (nodes - aroundThem) % perLayer; rest > 0; rest--)
        {
            h = h.Relu();
        }

        var loss = h.Pow(2).Mean().Named("loss");
        loss.Backward();
        return loss;
    }
}
