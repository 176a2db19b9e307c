namespace NotebookGrad.Backends.Host;

/// <summary>
/// A matrix of which element (i, j) is at <c>rows[i] + columns[j]</c>: windows of an image are one where they lie,
/// though its elements are shared by many.
/// </summary>
/// <param name="start">Where both offsets are 0.</param>
/// <param name="rows">Elements from the start to each row.</param>
/// <param name="columns">Elements from a row's start to each column, ascending where columns lie side by side.</param>
internal readonly unsafe ref struct ScatteredMatrix<T>(T* start, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    where T : unmanaged
{
    /// <summary>Where both offsets are 0.</summary>
    public T* Start => start;

    /// <summary>Elements from the start to each row.</summary>
    public ReadOnlySpan<int> Rows { get; } = rows;

    /// <summary>Elements from a row's start to each column.</summary>
    public ReadOnlySpan<int> Columns { get; } = columns;
}
