using System.Collections.Concurrent;
using System.Numerics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Arrays of one element type that have been used and wait to be used again, by size. A fresh large block costs more
/// than most arithmetic on it, for the system hands it out page by page.
/// </summary>
internal static class HostPool<T>
    where T : unmanaged
{
    /// <summary>Blocks of fewer elements are left to the collector, which is good at small ones.</summary>
    public const int SmallestLength = 8 * 1024;

    // What lies unused beyond this is left to the collector too.
    private const long LargestIdleBytes = 1L << 30;

    private static readonly ConcurrentBag<T[]>[] Shelves =
        [.. Enumerable.Range(0, 8 * 32).Select(_ => new ConcurrentBag<T[]>())];

    private static long idleBytes;

    /// <summary>An array of at least so many elements, not set.</summary>
    public static unsafe T[] Rent(int length)
    {
        var (shelf, size) = SizeClass(length);
        if (Shelves[shelf].TryTake(out var array))
        {
            Interlocked.Add(ref idleBytes, -(long)array.Length * sizeof(T));
            return array;
        }

        return GC.AllocateUninitializedArray<T>(size, pinned: true);
    }

    /// <summary>Takes an array back.</summary>
    public static unsafe void Return(T[] array)
    {
        var bytes = (long)array.Length * sizeof(T);
        if (Interlocked.Add(ref idleBytes, bytes) <= LargestIdleBytes)
        {
            Shelves[SizeClass(array.Length).Shelf].Add(array);
        }
        else
        {
            Interlocked.Add(ref idleBytes, -bytes);
        }
    }

    // Eight sizes between two powers of two: at most an eighth of a block is not used.
    private static (int Shelf, int Size) SizeClass(int length)
    {
        var power = BitOperations.Log2((uint)(length - 1));
        var step = 1 << (power - 3);
        var steps = (length + step - 1) / step;
        return ((8 * power) + steps - 9, (int)Math.Min((long)steps * step, Array.MaxLength));
    }
}
