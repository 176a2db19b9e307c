using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Elements in a device's memory; truth values are bytes there, 0 and 1. The block goes back to its pool when nothing
/// refers to the storage any more: what is launched later comes after what has been launched on it.
/// </summary>
internal sealed class GpuStorage : Storage
{
    private readonly GpuPool pool;
    private readonly GpuBlock block;
    private readonly int loan;

    public GpuStorage(GpuBackend backend, DType dtype, long length)
        : base(backend, dtype, length)
    {
        pool = backend.Pool;
        (block, loan) = pool.Lend(Math.Max(1, Bytes), this);
    }

    // What is small enough for nodes to keep it for drawing is not given back by a backward pass.
    protected internal override bool IsPooled => Length > Node.PreviewCount;

    /// <summary>The elements, as the type that stands for the dtype on a device.</summary>
    public ArrayView<T> Elements<T>()
        where T : unmanaged => block.Elements<T>(Length);

    protected internal override void Release()
    {
        if (IsPooled)
        {
            GiveBack();
        }
    }

    protected internal override void MadeFor(Tensor tensor) => pool.MadeFor(loan, tensor);

    protected internal override void Drop() => pool.Dropped(Bytes);

    /// <summary>Gives the block back, whatever its size: what the backend itself has borrowed.</summary>
    public void GiveBack()
    {
        pool.GiveBack(loan);

        // Found dead before that, the loan would end twice, the second time that of the next borrower.
        GC.KeepAlive(this);
    }
}

/// <summary>Views of storages of this backend.</summary>
internal static class GpuViews
{
    extension(Layout layout)
    {
        /// <summary>Whether all elements are one, in one place.</summary>
        public bool IsRepeated => !layout.Strides.ContainsAnyExcept(0);
    }

    extension(View view)
    {
        /// <summary>All elements of the storage, which the layout arranges.</summary>
        public ArrayView<T> Elements<T>()
            where T : unmanaged => ((GpuStorage)view.Storage).Elements<T>();
    }
}
