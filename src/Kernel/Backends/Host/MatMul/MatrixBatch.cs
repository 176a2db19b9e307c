namespace NotebookGrad.Backends.Host;

/// <summary>Many products of matrices of one shape; a piece is several of them.</summary>
/// <param name="multiply">Makes one product.</param>
/// <param name="rows">The rows of a and c.</param>
/// <param name="columns">The columns of b and c.</param>
/// <param name="depth">The columns of a and rows of b.</param>
/// <param name="a">The first left operand.</param>
/// <param name="b">The first right operand.</param>
/// <param name="c">The first result.</param>
/// <param name="places">Elements from the first of them to each.</param>
/// <param name="accumulate">Whether the results keep what they hold and the products are added.</param>
/// <param name="together">How many products a piece is.</param>
internal readonly unsafe struct MatrixBatch<T>(
    MatrixBatch<T>.Product multiply,
    int rows,
    int columns,
    int depth,
    MatrixView<T> a,
    MatrixView<T> b,
    MatrixView<T> c,
    (int A, int B, int C)[] places,
    bool accumulate,
    int together) : IPieces
    where T : unmanaged
{
    /// <summary>A product of two matrices, as <see cref="MatrixProduct"/> has for each kind of numbers.</summary>
    public delegate void Product(
        int rows, int columns, int depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate);

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var first = piece * together;
        foreach (var place in places.AsSpan(first, Math.Min(together, places.Length - first)))
        {
            multiply(rows, columns, depth, At(a, place.A), At(b, place.B), At(c, place.C), accumulate);
        }
    }

    private static MatrixView<T> At(MatrixView<T> first, int place) =>
        new(first.Start + place, first.RowStride, first.ColumnStride);
}
