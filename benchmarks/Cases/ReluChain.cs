namespace NotebookGrad.Benchmarks.Cases;

/// <summary>A deep graph of large tensors: what counts is how fast memory comes and goes.</summary>
internal sealed class ReluChain : ICase
{
    private const int Count = 1 << 20;
    private const int Length = 100;

    private Tensor x = null!;

    public string Name => "chain of 100 relu over 1M, forward and backward";

    public double Aim => 1;

    public void Prepare() => x = Numbers.Parameter(0.7, Count);

    public void Run()
    {
        x.Grad = null;
        var y = x;
        for (var i = 0; i < Length; i++)
        {
            y = y.Relu();
        }

        y.Sum().Backward();
    }

    public double Check() => Numbers.Fingerprint(x.Grad);
}
