namespace NotebookGrad.Backends.Host;

/// <summary>A single number. It lies in the object itself, for graphs of numbers have millions.</summary>
internal sealed class HostNumber<T>(IBackend backend, DType dtype) : HostStorage<T>(backend, dtype, 1)
    where T : unmanaged
{
    private T number;

    /// <inheritdoc/>
    public override Span<T> Elements => new(ref number);
}
