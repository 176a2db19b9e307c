using System.Diagnostics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Counts the blocks of all pools, and has the collector look for those that nothing refers to any more. Nobody
/// disposes of tensors, and the runtime's own schedule watches small objects: left to it, a loop over large tensors
/// would take fresh memory for each and hold gigabytes of dead ones.
/// </summary>
internal static class HostMemory
{
    // What waits unused beyond this and beyond what is in use is left to the collector for good.
    private const long LargestIdle = 512L << 20;

    private static readonly Lock Gate = new();
    private static readonly List<IReclaimable> Pools = [];

    // A look costs more than it keeps in the cache where it comes sooner.
    private static readonly LookSchedule Schedule = new(32L << 20);
    private static long lastFullLook = Stopwatch.GetTimestamp();
    private static long lent;
    private static long idle;
    private static long allocated;
    private static long maxAllocated;
    private static long dropped;
    private static long clock;

    /// <summary>The bytes that tensors have asked for in the blocks on loan.</summary>
    public static long Allocated => Volatile.Read(ref allocated);

    /// <summary>The largest that <see cref="Allocated"/> has been.</summary>
    public static long MaxAllocated => Volatile.Read(ref maxAllocated);

    /// <summary>The bytes of all blocks, on loan and idle, as large as they are.</summary>
    public static long Reserved => Volatile.Read(ref lent) + Volatile.Read(ref idle);

    /// <summary>Adds a pool whose dead loans count.</summary>
    public static void Add(IReclaimable pool)
    {
        lock (Gate)
        {
            Pools.Add(pool);
        }
    }

    /// <summary>Counts a block as lent to who needs so many bytes of it.</summary>
    public static void Lent(long block, long bytes)
    {
        Interlocked.Add(ref lent, block);
        var now = Interlocked.Add(ref allocated, bytes);
        for (var most = MaxAllocated; now > most; most = MaxAllocated)
        {
            Interlocked.CompareExchange(ref maxAllocated, now, most);
        }
    }

    /// <summary>Counts a block as returned and idle.</summary>
    public static void Returned(long block, long bytes)
    {
        Interlocked.Add(ref allocated, -bytes);
        Interlocked.Add(ref lent, -block);
        Interlocked.Add(ref idle, block);
    }

    /// <summary>Counts a block as taken from the idle ones.</summary>
    public static void Taken(long block) => Interlocked.Add(ref idle, -block);

    /// <summary>Counts a block as no longer needed by a graph; it is dead unless somebody else refers to it.</summary>
    public static void Dropped(long bytes) => Interlocked.Add(ref dropped, bytes);

    /// <summary>Lets <see cref="MaxAllocated"/> begin anew.</summary>
    public static void ResetMax() => Volatile.Write(ref maxAllocated, Allocated);

    /// <summary>The time, counted in uses of blocks.</summary>
    public static long Now() => Interlocked.Increment(ref clock);

    /// <summary>
    /// Lets go of blocks that have waited longest, where more are idle than are worth it: what a program did before
    /// must not take the room of what it does now. To be called while no pool is locked.
    /// </summary>
    public static void Trim()
    {
        if (HasRoom())
        {
            return;
        }

        lock (Gate)
        {
            while (!HasRoom() && DropOldest())
            {
            }
        }
    }

    /// <summary>
    /// Before fresh memory is taken: has dead blocks found if there may be enough of them, and returns whether it
    /// looked.
    /// </summary>
    public static bool Reclaim(long bytes)
    {
        var worthwhile = Schedule.IsWorthwhile(Volatile.Read(ref dropped));
        if (!worthwhile && !Schedule.IsDue(Volatile.Read(ref lent) + bytes))
        {
            return false;
        }

        lock (Gate)
        {
            // A look moves what it finds alive to the next generation. Both young ones are looked at, for the tensor
            // that a loop is just replacing still lives, and is a generation older at the next look.
            Look(generation: 1);
            if (worthwhile || Schedule.IsFullDue(Volatile.Read(ref lent) + bytes))
            {
                LookAtAll();
            }

            Schedule.Looked(Volatile.Read(ref lent));
            Trim();
            return true;
        }
    }

    /// <summary>Finds all dead blocks, and hands all idle ones back to the system.</summary>
    public static void Empty()
    {
        lock (Gate)
        {
            LookAtAll();
            Schedule.Looked(Volatile.Read(ref lent));
            while (DropOldest())
            {
            }
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private static bool HasRoom() =>
        Volatile.Read(ref idle) <= Math.Max(LargestIdle, Volatile.Read(ref lent));

    private static bool DropOldest() => Pools.MinBy(pool => pool.OldestUse)?.DropOldest() == true;

    private static void LookAtAll()
    {
        var interval = Stopwatch.GetElapsedTime(lastFullLook);
        var begin = Stopwatch.GetTimestamp();
        Look(GC.MaxGeneration);
        lastFullLook = Stopwatch.GetTimestamp();
        Volatile.Write(ref dropped, 0);
        Schedule.LookedAtAll(
            Volatile.Read(ref lent), Stopwatch.GetElapsedTime(begin, lastFullLook), interval);
    }

    private static void Look(int generation)
    {
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        Pools.ForEach(pool => pool.CollectDead());
    }
}
