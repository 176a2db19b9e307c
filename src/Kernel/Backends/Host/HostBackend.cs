using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Host;

/// <summary>The processor. Here each dtype meets its C# type, once for every kind of work.</summary>
internal sealed partial class HostBackend : IBackend, IBackendMemory
{
    private HostBackend()
    {
    }

    public static HostBackend Instance { get; } = new();

    public string Name => "cpu";

    public long Allocated => HostMemory.Allocated;

    public long Reserved => HostMemory.Reserved;

    public long MaxAllocated => HostMemory.MaxAllocated;

    public void ResetMax() => HostMemory.ResetMax();

    public void Empty() => HostMemory.Empty();

    public Storage Allocate(DType dtype, long length)
    {
        if (length > Array.MaxLength)
        {
            throw new OutOfMemoryException(
                $"cpu: a tensor of {length:N0} elements is too large; at most {Array.MaxLength:N0} fit one block");
        }

        return dtype switch
        {
            DType.Bool => Allocate<bool>(dtype, (int)length),
            DType.Int64 => Allocate<long>(dtype, (int)length),
            DType.Float32 => Allocate<float>(dtype, (int)length),
            _ => Allocate<double>(dtype, (int)length),
        };
    }

    /// <summary>All elements of a block of this backend.</summary>
    internal static Span<T> Elements<T>(Storage storage)
        where T : unmanaged => ((HostStorage<T>)storage).Elements;

    /// <summary>All elements of a block of this backend as numbers; truth values are the bytes 0 and 1.</summary>
    internal static Span<T> Numbers<T>(Storage storage)
        where T : unmanaged => typeof(T) == typeof(byte)
        ? MemoryMarshal.Cast<bool, T>(Elements<bool>(storage))
        : Elements<T>(storage);

    // A block goes back to the pool when nothing refers to it; spans of its elements do not count as references.
    private static void KeepAlive(params ReadOnlySpan<View> views)
    {
        foreach (var view in views)
        {
            GC.KeepAlive(view.Storage);
        }
    }

    private HostStorage<T> Allocate<T>(DType dtype, int length)
        where T : unmanaged => length switch
        {
            1 => new HostNumber<T>(this, dtype),
            < HostPool<T>.SmallestLength => new HostArray<T>(this, dtype, length),
            _ => new PooledHostStorage<T>(this, dtype, length),
        };
}
