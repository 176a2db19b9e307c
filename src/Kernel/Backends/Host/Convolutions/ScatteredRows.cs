namespace NotebookGrad.Backends.Host;

/// <summary>Rows that lie anywhere, read in place.</summary>
/// <param name="left">What goes into the left register, from where rows are counted.</param>
/// <param name="right">Likewise the right one.</param>
/// <param name="rows">Elements to each row.</param>
internal unsafe struct ScatteredRows<T>(T* left, T* right, int* rows) : ITileRows<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public readonly T* Left => left + *rows;

    /// <inheritdoc/>
    public readonly T* Right => right + *rows;

    /// <inheritdoc/>
    public void Advance() => rows++;
}
