namespace NotebookGrad.Benchmarks.Cases;

/// <summary>The sum of two vectors of 2²⁰ float32, not recorded.</summary>
internal sealed class Addition : ICase
{
    private const int Count = 1 << 20;

    private Tensor a = null!;
    private Tensor b = null!;
    private Tensor sum = null!;

    public string Name => "add 1M";

    public double Aim => 1;

    public Work Work => new(3.0 * Count * sizeof(float), WorkKind.Traffic);

    public void Prepare()
    {
        a = Numbers.Wave(0.7, Count);
        b = Numbers.Wave(1.3, Count);
    }

    public void Run() => sum = a + b;

    public double Check() => Numbers.Fingerprint(sum);
}
