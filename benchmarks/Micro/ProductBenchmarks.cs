using BenchmarkDotNet.Attributes;

namespace NotebookGrad.Benchmarks.Micro;

/// <summary>Square products of matrices, from a lecture's to a layer's.</summary>
public class ProductBenchmarks
{
    private Tensor a = null!;
    private Tensor b = null!;

    /// <summary>Rows and columns, float32.</summary>
    [Params(2, 8, 32, 128, 512)]
    public int Size { get; set; }

    /// <summary>Makes the operands.</summary>
    [GlobalSetup]
    public void Prepare() => (a, b) = (Cases.Numbers.Wave(0.7, Size, Size), Cases.Numbers.Wave(1.3, Size, Size));

    /// <summary>Both operands in order.</summary>
    [Benchmark]
    public Tensor InOrder() => a.MatMul(b);

    /// <summary>The second operand read down its columns.</summary>
    [Benchmark]
    public Tensor SecondTransposed() => a.MatMul(b.T);
}
