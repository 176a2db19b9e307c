namespace NotebookGrad.Backends.Host;

/// <summary>A large block, whose array goes back to its pool when nothing refers to the block any more.</summary>
internal sealed class PooledHostStorage<T> : HostStorage<T>
    where T : unmanaged
{
    private readonly int loan;
    private readonly int start;
    private T[] array;

    public PooledHostStorage(IBackend backend, DType dtype, int length)
        : base(backend, dtype, length)
    {
        (array, loan) = HostPool<T>.Shared.Lend(length, this);
        start = HostPool<T>.AlignedStart(array);
    }

    /// <inheritdoc/>
    public override Span<T> Elements => array.AsSpan(start, (int)Length);

    protected internal override bool IsPooled => true;

    protected internal override void Drop() => HostMemory.Dropped(Bytes);

    protected internal override void Release()
    {
        array = [];
        HostPool<T>.Shared.GiveBack(loan);

        // Found dead before that, the loan would end twice, the second time that of the next borrower.
        GC.KeepAlive(this);
    }
}
