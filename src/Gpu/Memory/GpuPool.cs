using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Blocks of a device's memory: those on loan, and by size those that wait to be lent again, because to allocate takes
/// a hundred times as long as to launch, and to free waits for all that runs. Small blocks share slabs.
/// </summary>
/// <param name="accelerator">The device.</param>
/// <param name="freeOfCharge">
/// How many bytes of dead tensors are borne with before the collector looks for them.
/// </param>
internal sealed class GpuPool(Accelerator accelerator, long freeOfCharge)
{
    private const long SlabLength = 2 << 20;
    private const long LargestShared = SlabLength / 2;

    // Vector loads begin at multiples of this, and so does what the device transfers at once.
    private const int Alignment = 256;

    // To look at the latest after so many loans: on a device of much memory small tensors would else lie dead by the
    // hundred thousand, and a loop that needs little would seem to take ever more.
    private const long MostLoans = 4096;

    private readonly Lock gate = new();
    private readonly long leastWeight = freeOfCharge / MostLoans;
    private readonly Stack<GpuBlock>[] shelves = [.. Enumerable.Range(0, 8 * 64).Select(_ => new Stack<GpuBlock>())];
    private readonly List<GpuSlab> slabs = [];
    private readonly Loans<(GpuBlock Block, long Bytes)> loans = new();

    // By loan, the tensor that it was made for: it has the name that a message should give.
    private readonly List<WeakGCHandle<Tensor>> tensors = [];

    private readonly LookSchedule schedule = new(freeOfCharge);
    private GpuSlab? shared;
    private long lastFullLook = Stopwatch.GetTimestamp();
    private long lent;
    private long dropped;

    /// <summary>The bytes that tensors have asked for in the blocks on loan.</summary>
    public long Allocated { get; private set; }

    /// <summary>The largest that <see cref="Allocated"/> has been.</summary>
    public long MaxAllocated { get; private set; }

    /// <summary>The bytes of all slabs.</summary>
    public long Reserved { get; private set; }

    /// <summary>The most bytes that slabs may have, as if the device had no more.</summary>
    public long Limit { get; set; } = long.MaxValue;

    /// <summary>Lends a block of at least so many bytes until the borrower is dead or gives it back.</summary>
    /// <exception cref="OutOfMemoryException">The device has no room; the message says what takes it.</exception>
    public (GpuBlock Block, int Loan) Lend(long bytes, GpuStorage borrower)
    {
        lock (gate)
        {
            var (shelf, size) = SizeClass(bytes);
            var block = Take(shelf) ?? (Look(size) ? Take(shelf) : null) ?? Cut(size) ?? CutAfterAll(shelf, size)
                ?? throw new OutOfMemoryException(
                    LivingMemory.Describe(accelerator, borrower, Allocated, Living()));
            block.Slab.Lent++;
            lent += Weight(block);
            Allocated += bytes;
            MaxAllocated = Math.Max(MaxAllocated, Allocated);
            var loan = loans.Begin((block, bytes), borrower);
            if (loan == tensors.Count)
            {
                tensors.Add(new WeakGCHandle<Tensor>(null!));
            }

            tensors[loan].SetTarget(null!);
            return (block, loan);
        }
    }

    /// <summary>Says which tensor a block was lent for.</summary>
    public void MadeFor(int loan, Tensor tensor)
    {
        lock (gate)
        {
            tensors[loan].SetTarget(tensor);
        }
    }

    /// <summary>Ends a loan before the borrower is dead.</summary>
    public void GiveBack(int loan)
    {
        lock (gate)
        {
            if (loans.End(loan) is var (block, bytes))
            {
                PutBack(block, bytes);
            }
        }
    }

    /// <summary>Counts bytes as no longer needed by a graph.</summary>
    public void Dropped(long bytes) => Interlocked.Add(ref dropped, bytes);

    /// <summary>Lets <see cref="MaxAllocated"/> begin anew.</summary>
    public void ResetMax()
    {
        lock (gate)
        {
            MaxAllocated = Allocated;
        }
    }

    /// <summary>Finds all dead blocks, and hands back to the device what nobody uses.</summary>
    public void Empty()
    {
        lock (gate)
        {
            LookAtAll();
            FreeIdle();
        }
    }

    private IEnumerable<(GpuStorage Storage, Tensor? Tensor)> Living() => loans.Living().Select(one =>
        ((GpuStorage)one.Borrower, tensors[one.Loan].TryGetTarget(out var tensor) ? tensor : null));

    // What a loan counts for when it is time to look.
    private long Weight(GpuBlock block) => Math.Max(block.Bytes, leastWeight);

    private GpuBlock? Take(int shelf) => shelves[shelf].TryPop(out var block) ? block : null;

    private void PutBack(GpuBlock block, long bytes)
    {
        block.Slab.Lent--;
        lent -= Weight(block);
        Allocated -= bytes;
        shelves[SizeClass(block.Bytes).Shelf].Push(block);
    }

    // A new block, from a slab that small ones share or from one of its own; null where the device has no room.
    private GpuBlock? Cut(long size)
    {
        if (size > LargestShared)
        {
            return Allocate(size) is { } own ? new GpuBlock(own, 0, size) : null;
        }

        if (shared is null || shared.Length - shared.Cut < size)
        {
            shared = Allocate(SlabLength) ?? shared;
        }

        if (shared is null || shared.Length - shared.Cut < size)
        {
            return null;
        }

        shared.Cut += size;
        return new GpuBlock(shared, shared.Cut - size, size);
    }

    private GpuBlock? CutAfterAll(int shelf, long size)
    {
        LookAtAll();
        if (Take(shelf) is { } found)
        {
            return found;
        }

        FreeIdle();
        return Cut(size);
    }

    private GpuSlab? Allocate(long bytes)
    {
        if (bytes > Limit - Reserved)
        {
            return null;
        }

        try
        {
            var slab = new GpuSlab(accelerator.Allocate1D<byte>(bytes));
            slabs.Add(slab);
            Reserved += bytes;
            return slab;
        }
        catch (Exception error) when (error is AcceleratorException or OutOfMemoryException)
        {
            return null;
        }
    }

    // Slabs none of whose blocks is lent. Freeing is not in the order of launches, so what was launched ends first.
    private void FreeIdle()
    {
        accelerator.Synchronize();
        var idle = slabs.Where(slab => slab.Lent == 0).ToHashSet();
        foreach (var shelf in shelves.Where(shelf => shelf.Any(block => idle.Contains(block.Slab))))
        {
            var kept = shelf.Where(block => !idle.Contains(block.Slab)).Reverse().ToArray();
            shelf.Clear();
            Array.ForEach(kept, shelf.Push);
        }

        shared = shared is not null && idle.Contains(shared) ? null : shared;
        foreach (var slab in idle)
        {
            slabs.Remove(slab);
            Reserved -= slab.Length;
            slab.Free();
        }
    }

    // As the processor's memory: before fresh memory is taken, dead blocks are found if there may be enough of them.
    private bool Look(long bytes)
    {
        var worthwhile = schedule.IsWorthwhile(Volatile.Read(ref dropped));
        if (!worthwhile && !schedule.IsDue(lent + bytes))
        {
            return false;
        }

        Look(generation: 1);
        if (worthwhile || schedule.IsFullDue(lent + bytes))
        {
            LookAtAll();
        }

        schedule.Looked(lent);
        return true;
    }

    private void LookAtAll()
    {
        var interval = Stopwatch.GetElapsedTime(lastFullLook);
        var begin = Stopwatch.GetTimestamp();
        Look(GC.MaxGeneration);
        lastFullLook = Stopwatch.GetTimestamp();
        Volatile.Write(ref dropped, 0);
        schedule.LookedAtAll(lent, Stopwatch.GetElapsedTime(begin, lastFullLook), interval);
    }

    private void Look(int generation)
    {
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        for (var loan = 0; loans.TryEndDead(ref loan, out var block);)
        {
            PutBack(block.Value.Block, block.Value.Bytes);
        }
    }

    // Eight sizes between two powers of two, from the alignment on: at most an eighth of a block is not used.
    private static (int Shelf, long Size) SizeClass(long bytes)
    {
        var units = (bytes + Alignment - 1) / Alignment;
        if (units <= 8)
        {
            return ((int)units, units * Alignment);
        }

        var power = BitOperations.Log2((ulong)(units - 1));
        var step = 1L << (power - 3);
        var steps = (units + step - 1) / step;
        return ((int)((8 * power) + steps - 9), steps * step * Alignment);
    }
}
