using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Host;

/// <summary>Memory of the pool for one operation, aligned, not cleared.</summary>
internal sealed unsafe class ScratchMemory<T> : IDisposable
    where T : unmanaged
{
    private readonly int loan;

    /// <summary>Borrows room for so many numbers.</summary>
    public ScratchMemory(nint count)
    {
        (var array, loan) = HostPool<T>.Shared.Lend(checked((int)count), this);
        Start = (T*)Marshal.UnsafeAddrOfPinnedArrayElement(array, HostPool<T>.AlignedStart(array));
    }

    /// <summary>The first number.</summary>
    public T* Start { get; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        HostPool<T>.Shared.GiveBack(loan);

        // Until here, or the pool may find the borrower dead and end the loan a second time.
        GC.KeepAlive(this);
    }
}
