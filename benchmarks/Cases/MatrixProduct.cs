namespace NotebookGrad.Benchmarks.Cases;

/// <summary>A product of two float32 matrices, not recorded.</summary>
internal sealed class MatrixProduct(int rows, int depth, int columns, double aim) : ICase
{
    private Tensor a = null!;
    private Tensor b = null!;
    private Tensor product = null!;

    public string Name => $"matmul {rows}×{depth} · {depth}×{columns}";

    public double Aim => aim;

    public Work Work => new(2.0 * rows * depth * columns, WorkKind.Arithmetic);

    public void Prepare()
    {
        a = Numbers.Wave(0.7, rows, depth);
        b = Numbers.Wave(1.3, depth, columns);
    }

    public void Run() => product = a.MatMul(b);

    public double Check() => Numbers.Fingerprint(product);
}
