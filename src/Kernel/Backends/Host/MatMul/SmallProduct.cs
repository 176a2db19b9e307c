namespace NotebookGrad.Backends.Host;

/// <summary>A product that is done before its blocks would be cut: row by row, one register of columns at a time.</summary>
/// <remarks>Each element is summed as a register tile sums it, so that its bits are the same.</remarks>
internal static unsafe class SmallProduct<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>Up to so many multiplications of registers arranging the operands costs more than it saves.</summary>
    private const long FewMultiplications = 128;

    /// <summary>Multiplies if it is little, and the columns of b lie side by side and fill whole registers.</summary>
    /// <returns>Whether c is done.</returns>
    public static bool TryMultiply(
        nint rows, nint columns, nint depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        var registers = columns / TWidth.Count;
        if (b.ColumnStride != 1 || registers * TWidth.Count != columns
            || (long)rows * registers * depth > FewMultiplications)
        {
            return false;
        }

        for (nint row = 0; row < rows; row++)
        {
            for (nint column = 0; column < columns; column += TWidth.Count)
            {
                Multiply(depth, a.From(row, 0), b.From(0, column), c.At(row, column), accumulate);
            }
        }

        return true;
    }

    private static void Multiply(nint depth, MatrixView<T> a, MatrixView<T> b, T* target, bool accumulate)
    {
        TVector sum = default;
        for (nint level = 0; level < depth; level++)
        {
            sum = TWidth.MultiplyAdd(TWidth.Broadcast(*a.At(0, level)), TWidth.Load(b.At(level, 0)), sum);
        }

        TWidth.Store(accumulate ? TWidth.Add(sum, TWidth.Load(target)) : sum, target);
    }
}
