namespace NotebookGrad;

/// <summary>The dtype in which two tensors meet, by PyTorch's rules.</summary>
internal static class Promotion
{
    /// <summary>
    /// The greater dtype; but a tensor without axes widens one with axes only by its category
    /// (bool, whole, real), not by its size.
    /// </summary>
    public static DType Common(Tensor a, Tensor b)
    {
        if (a.DType == b.DType)
        {
            return a.DType;
        }

        var (aIsNumber, bIsNumber) = (a.Shape.Rank == 0, b.Shape.Rank == 0);
        if (aIsNumber != bIsNumber && Category(a.DType) != Category(b.DType))
        {
            return Category(a.DType) > Category(b.DType) ? a.DType : b.DType;
        }

        if (aIsNumber != bIsNumber)
        {
            return aIsNumber ? b.DType : a.DType;
        }

        return a.DType > b.DType ? a.DType : b.DType;
    }

    private static int Category(DType dtype) => Math.Min((int)dtype, (int)DType.Float32);
}
