namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/contractions.py</c> in NotebookGrad's words.</summary>
internal static class ContractionRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["matmul"] = x => x[0].MatMul(x[1]),
        ["matmul vector"] = x => x[0].MatMul(x[1]),
        ["matmul row"] = x => x[0].MatMul(x[1]),
        ["matmul dot"] = x => x[0].MatMul(x[1]),
        ["matmul batched"] = x => x[0].MatMul(x[1]),
        ["matmul batch by vector"] = x => x[0].MatMul(x[1]),
        ["matmul vector by batch"] = x => x[0].MatMul(x[1]),
        ["matmul transposed"] = x => x[0].T.MatMul(x[1].T),
        ["matmul of none"] = x => x[0].MatMul(x[1]),
    };
}
