namespace NotebookGrad.Backends.Host;

/// <summary>A small block, which is left to the collector.</summary>
internal sealed class HostArray<T>(IBackend backend, DType dtype, int length) : HostStorage<T>(backend, dtype, length)
    where T : unmanaged
{
    private readonly T[] array = GC.AllocateUninitializedArray<T>(length);

    /// <inheritdoc/>
    public override Span<T> Elements => array;
}
