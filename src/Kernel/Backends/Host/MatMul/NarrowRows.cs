namespace NotebookGrad.Backends.Host;

/// <summary>Rows of a matrix, as <see cref="EvenRows{T}"/>, but of one register at most.</summary>
/// <param name="start">The first row.</param>
/// <param name="step">Elements from one row to the next.</param>
internal unsafe struct NarrowRows<T>(T* start, nint step) : ITileRows<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static bool AreNarrow => true;

    /// <inheritdoc/>
    public readonly T* Left => start;

    /// <inheritdoc/>
    public readonly T* Right => start;

    /// <inheritdoc/>
    public void Advance() => start += step;
}
