using BenchmarkDotNet.Attributes;

namespace NotebookGrad.Benchmarks.Micro;

/// <summary>Operations on every element, from what fits the first cache to what fits none.</summary>
public class ElementBenchmarks
{
    private Tensor x = null!;
    private Tensor y = null!;

    /// <summary>Elements of an operand, float32.</summary>
    [Params(100, 10_000, 1_000_000)]
    public int Count { get; set; }

    /// <summary>Makes the operands.</summary>
    [GlobalSetup]
    public void Prepare() => (x, y) = (Cases.Numbers.Wave(0.7, Count), Cases.Numbers.Wave(1.3, Count));

    /// <summary>Two read, one written.</summary>
    [Benchmark]
    public Tensor Add() => x + y;

    /// <summary>One read, one written.</summary>
    [Benchmark]
    public Tensor Relu() => x.Relu();

    /// <summary>Bound by arithmetic.</summary>
    [Benchmark]
    public Tensor Tanh() => x.Tanh();

    /// <summary>One read.</summary>
    [Benchmark]
    public Tensor Sum() => x.Sum();
}
