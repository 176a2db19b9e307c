namespace NotebookGrad.Benchmarks.Cases;

/// <summary>A deep graph of numbers.</summary>
internal sealed class TanhChain : ICase
{
    private const int Length = 1000;

    private Tensor x = null!;
    private Tensor y = null!;

    public string Name => "chain of 1,000 tanh of a number, forward and backward";

    public double Aim => 0.1;

    public void Prepare() => x = Tensor.Of(0.01f, requiresGrad: true);

    public void Run()
    {
        x.Grad = null;
        y = x;
        for (var i = 0; i < Length; i++)
        {
            y = y.Tanh();
        }

        y.Backward();
    }

    public double Check() => Numbers.Fingerprint(y, x.Grad);
}
