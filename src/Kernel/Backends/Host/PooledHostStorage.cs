namespace NotebookGrad.Backends.Host;

/// <summary>A large block, whose array goes back to its pool when nothing refers to the block any more.</summary>
internal sealed class PooledHostStorage<T> : HostStorage<T>
    where T : unmanaged
{
    private readonly int loan;

    public PooledHostStorage(IBackend backend, DType dtype, int length)
        : base(backend, dtype, length, [])
    {
        (Array, loan) = HostPool<T>.Shared.Lend(length, this);
        Start = HostPool<T>.AlignedStart(Array);
    }

    protected internal override bool IsPooled => true;

    protected internal override void Drop() => HostMemory.Dropped(Bytes);

    protected internal override void Release()
    {
        (Array, Start) = ([], 0);
        HostPool<T>.Shared.GiveBack(loan);

        // Found dead before that, the loan would end twice, the second time that of the next borrower.
        GC.KeepAlive(this);
    }
}
