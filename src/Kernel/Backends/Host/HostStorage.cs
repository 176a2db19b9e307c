namespace NotebookGrad.Backends.Host;

/// <summary>Elements in managed memory.</summary>
internal abstract class HostStorage<T>(IBackend backend, DType dtype, int length) : Storage(backend, dtype, length)
    where T : unmanaged
{
    /// <summary>All elements.</summary>
    public abstract Span<T> Elements { get; }
}
