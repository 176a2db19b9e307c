using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Host;

/// <summary>A block of elements in managed memory; a single number lies in the object itself.</summary>
internal class HostStorage<T> : Storage
    where T : unmanaged
{
    private T single;

    public HostStorage(IBackend backend, DType dtype, int length)
        : base(backend, dtype, length)
    {
        if (length != 1)
        {
            Array = GC.AllocateUninitializedArray<T>(length);
        }
    }

    protected HostStorage(IBackend backend, DType dtype, int length, T[] array)
        : base(backend, dtype, length) => Array = array;

    /// <summary>All elements.</summary>
    public Span<T> Elements => Array is null
        ? MemoryMarshal.CreateSpan(ref single, 1)
        : Array.AsSpan(Start, (int)Length);

    /// <summary>The array that holds the elements, or null for a single number.</summary>
    protected T[]? Array { get; set; }

    /// <summary>Where the elements begin in the array.</summary>
    protected int Start { get; set; }
}
