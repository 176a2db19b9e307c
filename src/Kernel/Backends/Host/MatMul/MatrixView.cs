namespace NotebookGrad.Backends.Host;

/// <summary>A matrix somewhere in memory: element (i, j) is at <c>i·RowStride + j·ColumnStride</c>.</summary>
/// <param name="start">Element (0, 0).</param>
/// <param name="rowStride">Elements from one row to the next; any number, 0 included.</param>
/// <param name="columnStride">Elements from one column to the next, likewise.</param>
internal readonly unsafe struct MatrixView<T>(T* start, nint rowStride, nint columnStride)
    where T : unmanaged
{
    /// <summary>Element (0, 0).</summary>
    public T* Start => start;

    /// <summary>Elements from one row to the next.</summary>
    public nint RowStride => rowStride;

    /// <summary>Elements from one column to the next.</summary>
    public nint ColumnStride => columnStride;

    /// <summary>The same numbers with rows and columns exchanged.</summary>
    public MatrixView<T> Transposed => new(start, columnStride, rowStride);

    /// <summary>The part of the matrix that begins at one element.</summary>
    public MatrixView<T> From(nint row, nint column) => new(At(row, column), rowStride, columnStride);

    /// <summary>Where one element is.</summary>
    public T* At(nint row, nint column) => start + (row * rowStride) + (column * columnStride);
}
