namespace NotebookGrad.Backends.Host;

/// <summary>Rows of a matrix, whose columns lie side by side.</summary>
/// <param name="start">The first row.</param>
/// <param name="step">Elements from one row to the next.</param>
/// <param name="width">The numbers in a register.</param>
internal unsafe struct EvenRows<T>(T* start, nint step, nint width) : ITileRows<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public readonly T* Left => start;

    /// <inheritdoc/>
    public readonly T* Right => start + width;

    /// <inheritdoc/>
    public void Advance() => start += step;
}
