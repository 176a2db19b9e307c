using System.Numerics;
using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Arrays of one element type that have been used and wait to be used again, by size, and those on loan. A fresh large
/// block costs more than most arithmetic on it, for the system hands it out page by page.
/// </summary>
internal sealed class HostPool<T> : IReclaimable
    where T : unmanaged
{
    /// <summary>Blocks of fewer elements are left to the collector, which is good at small ones.</summary>
    public const int SmallestLength = 8 * 1024;

    private readonly Lock gate = new();

    // The array used last is taken first: it is the likeliest to be in the cache still.
    private readonly Stack<T[]>[] shelves = [.. Enumerable.Range(0, 8 * 32).Select(_ => new Stack<T[]>())];

    private readonly long[] uses = new long[8 * 32];

    private readonly Loans<(T[] Array, int Length)> loans = new();

    private HostPool() => HostMemory.Add(this);

    // Vector loads that straddle two cache lines take twice the time, so elements begin on a line.
    private const int Alignment = 64;

    /// <summary>The pool of the process.</summary>
    public static HostPool<T> Shared { get; } = new();

    /// <summary>
    /// Lends an array of at least so many elements, not set, until the borrower is dead or gives it back.
    /// </summary>
    public (T[] Array, int Loan) Lend(int length, object borrower)
    {
        var (shelf, size) = SizeClass(length);
        var array = Take(shelf);
        if (array is null && HostMemory.Reclaim(Bytes(size)))
        {
            array = Take(shelf);
        }

        array ??= GC.AllocateUninitializedArray<T>(size, pinned: true);
        HostMemory.Lent(Bytes(array.Length), Bytes(length));
        lock (gate)
        {
            return (array, loans.Begin((array, length), borrower));
        }
    }

    /// <summary>Ends a loan before the borrower is dead.</summary>
    public void GiveBack(int loan)
    {
        lock (gate)
        {
            if (loans.End(loan) is var (array, length))
            {
                PutBack(array, length);
            }
        }

        HostMemory.Trim();
    }

    /// <inheritdoc/>
    public long OldestUse
    {
        get
        {
            lock (gate)
            {
                return OldestShelf() is { } shelf ? uses[shelf] : long.MaxValue;
            }
        }
    }

    /// <inheritdoc/>
    public bool DropOldest()
    {
        lock (gate)
        {
            if (OldestShelf() is not { } shelf)
            {
                return false;
            }

            HostMemory.Taken(Bytes(shelves[shelf].Pop().Length));
            return true;
        }
    }

    /// <inheritdoc/>
    public void CollectDead()
    {
        lock (gate)
        {
            for (var loan = 0; loans.TryEndDead(ref loan, out var block);)
            {
                PutBack(block.Value.Array, block.Value.Length);
            }
        }
    }

    private void PutBack(T[] array, int length)
    {
        HostMemory.Returned(Bytes(array.Length), Bytes(length));
        var shelf = SizeClass(array.Length - Alignment).Shelf;
        shelves[shelf].Push(array);
        uses[shelf] = HostMemory.Now();
    }

    private int? OldestShelf()
    {
        int? oldest = null;
        for (var shelf = 0; shelf < shelves.Length; shelf++)
        {
            if (shelves[shelf].Count > 0 && (oldest is null || uses[shelf] < uses[oldest.Value]))
            {
                oldest = shelf;
            }
        }

        return oldest;
    }

    private T[]? Take(int shelf)
    {
        lock (gate)
        {
            if (!shelves[shelf].TryPop(out var array))
            {
                return null;
            }

            HostMemory.Taken(Bytes(array.Length));
            uses[shelf] = HostMemory.Now();
            return array;
        }
    }

    /// <summary>The first element of a lent array that lies on a cache line.</summary>
    public static unsafe int AlignedStart(T[] array)
    {
        var address = (nint)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        return (int)((Alignment - (address & (Alignment - 1))) & (Alignment - 1)) / sizeof(T);
    }

    private static unsafe long Bytes(int length) => (long)length * sizeof(T);

    // Eight sizes between two powers of two: at most an eighth of a block is not used.
    private static (int Shelf, int Size) SizeClass(int length)
    {
        length = (int)Math.Min(length + (long)Alignment, Array.MaxLength);
        var power = BitOperations.Log2((uint)(length - 1));
        var step = 1 << (power - 3);
        var steps = (length + step - 1) / step;
        return ((8 * power) + steps - 9, (int)Math.Min((long)steps * step, Array.MaxLength));
    }
}
