namespace NotebookGrad.Benchmarks.Cases;

/// <summary>The lecture's first graph, all overhead.</summary>
internal sealed class ScalarGraph : ICase
{
    private Tensor x = null!;
    private Tensor w = null!;
    private Tensor loss = null!;

    public string Name => "(x·w − 2)² of numbers, forward and backward";

    public double Aim => 0.1;

    public void Prepare()
    {
        x = Tensor.Of(2f, requiresGrad: true);
        w = Tensor.Of(3f, requiresGrad: true);
    }

    public void Run()
    {
        (x.Grad, w.Grad) = (null, null);
        loss = ((x * w) - 2).Pow(2);
        loss.Backward();
    }

    public double Check() => Numbers.Fingerprint(loss, x.Grad, w.Grad);
}
