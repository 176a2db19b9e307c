namespace NotebookGrad.Backends.Host;

/// <summary>A large block, whose array goes back to its pool when nothing refers to the block any more.</summary>
internal sealed class PooledHostStorage<T>(IBackend backend, DType dtype, int length)
    : HostStorage<T>(backend, dtype, length, HostPool<T>.Rent(length))
    where T : unmanaged
{
    ~PooledHostStorage() => Return();

    protected internal override bool IsPooled => true;

    protected internal override void Release()
    {
        GC.SuppressFinalize(this);
        Return();
    }

    private void Return()
    {
        if (Array is { } array)
        {
            Array = [];
            HostPool<T>.Return(array);
        }
    }
}
