using BenchmarkDotNet.Attributes;

namespace NotebookGrad.Benchmarks.Micro;

/// <summary>What it takes to show a result, apart from computing it.</summary>
public class PictureBenchmarks
{
    private readonly Tensor weights = Cases.Numbers.Wave(0.3, 100, 100);
    private Tensor loss = null!;

    /// <summary>Records the lecture's first graph.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var (x, w) = (Tensor.Of(2f, requiresGrad: true), Tensor.Of(3f, requiresGrad: true));
        loss = ((x * w) - 2).Pow(2);
        loss.Backward(retainGraph: true);
    }

    /// <summary>A picture of a graph.</summary>
    [Benchmark]
    public string GraphToSvg() => loss.Graph().ToSvg();

    /// <summary>The whole page, with steps and table.</summary>
    [Benchmark]
    public string GraphToHtml() => loss.Graph().ToHtml();

    /// <summary>A matrix with its statistics and its map.</summary>
    [Benchmark]
    public string MatrixToHtml() => weights.ToHtml();
}
