namespace NotebookGrad;

/// <summary>The dtype in which tensors meet, by PyTorch's rules.</summary>
internal static class Promotion
{
    /// <summary>
    /// The greatest dtype; but tensors without axes widen those with axes only by their category
    /// (bool, whole, real), not by their size.
    /// </summary>
    public static DType Common(params ReadOnlySpan<Tensor> tensors)
    {
        DType? withAxes = null;
        DType? without = null;
        foreach (var tensor in tensors)
        {
            ref var greatest = ref tensor.Shape.Rank > 0 ? ref withAxes : ref without;
            greatest = greatest > tensor.DType ? greatest : tensor.DType;
        }

        return (withAxes, without) switch
        {
            (null, { } only) => only,
            ({ } wide, { } narrow) when Category(narrow) > Category(wide) => narrow,
            ({ } wide, _) => wide,
            _ => throw new ArgumentException("promotion: no tensors, no dtype"),
        };
    }

    /// <summary>0 for truth values, 1 for whole numbers, 2 for real ones.</summary>
    public static int Category(DType dtype) => Math.Min((int)dtype, (int)DType.Float32);
}
