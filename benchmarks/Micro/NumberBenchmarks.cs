using BenchmarkDotNet.Attributes;

namespace NotebookGrad.Benchmarks.Micro;

/// <summary>What an operation costs apart from its arithmetic.</summary>
public class NumberBenchmarks
{
    private readonly Tensor x = Tensor.Of(2f);
    private readonly Tensor w = Tensor.Of(3f, requiresGrad: true);

    /// <summary>A tensor of one number.</summary>
    [Benchmark]
    public Tensor Create() => Tensor.Of(2f);

    /// <summary>A product that nobody will derive.</summary>
    [Benchmark]
    public Tensor Multiply() => x * x;

    /// <summary>A product that is recorded.</summary>
    [Benchmark]
    public Tensor MultiplyRecorded() => x * w;

    /// <summary>A product with a C# number, recorded.</summary>
    [Benchmark]
    public Tensor MultiplyByNumber() => w * 2;

    /// <summary>A product and its backward pass.</summary>
    [Benchmark]
    public Tensor MultiplyAndBackward()
    {
        w.Grad = null;
        (x * w).Backward();
        return w.Grad!;
    }
}
