namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Products of matrices, not recorded.</summary>
internal static class Products
{
    /// <summary>The cases.</summary>
    public static Case[] All { get; } =
    [
        .. new[] { 128, 256, 512, 1024, 2048 }.Select(n => Of($"matmul {n}", [n, n], [n, n])),
        Of("matmul 64×784 · 784×128", [64, 784], [784, 128]),
        Of("matmul 4096×64 · 64×16, tall and thin", [4096, 64], [64, 16]),
        Of("matmul 512, first operand transposed", [512, 512], [512, 512], first: x => x.T),
        Of("matmul 512, second operand transposed", [512, 512], [512, 512], second: x => x.T),
        Of("matmul 512, float64", [512, 512], [512, 512], x => x.To(DType.Float64), x => x.To(DType.Float64)),
        Of("matmul of 64 × 64 matrices 64×64", [64, 64, 64, 64], [64, 64, 64, 64]),
    ];

    private static Case Of(
        string name, int[] left, int[] right, Func<Tensor, Tensor>? first = null, Func<Tensor, Tensor>? second = null)
    {
        var work = new Work(2.0 * left.Aggregate(1.0, (product, length) => product * length) * right[^1],
            WorkKind.Arithmetic);
        return new(name, aim: 1.05, Prepare, name.Contains("float64", StringComparison.Ordinal) ? null : work);

        Iteration Prepare()
        {
            var (a, b) = (Numbers.Wave(0.7, left), Numbers.Wave(1.3, right));
            (a, b) = (first?.Invoke(a) ?? a, second?.Invoke(b) ?? b);
            return Iteration.Of(() => a.MatMul(b));
        }
    }
}
