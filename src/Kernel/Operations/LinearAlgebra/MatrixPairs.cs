namespace NotebookGrad.Operations;

/// <summary>Matrices that meet one by one.</summary>
internal static class MatrixPairs
{
    /// <summary>Two batches of matrices, leading axes broadcast.</summary>
    /// <exception cref="ArgumentException">The leading axes do not broadcast.</exception>
    public static (MatrixBatch Left, MatrixBatch Right) Broadcast(string operation, Tensor a, Tensor b)
    {
        var leading = Broadcasting.Common(operation, a, b, a.Shape, b.Shape, innerAxes: 2).ToArray();
        Fallbacks.Count(operation, a, b);
        return (Expanded(a), Expanded(b));

        MatrixBatch Expanded(Tensor x) =>
            new(x.Detach().Expand(new Shape([.. leading, x.Shape[^2], x.Shape[^1]])), x);
    }
}
