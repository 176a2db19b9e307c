namespace NotebookGrad.Backends.Host;

/// <summary>
/// Decides when the collector shall look for blocks that nothing refers to any more. Nobody disposes of tensors, and
/// the runtime's own schedule watches small objects: left to it, a loop over large tensors would take fresh memory for
/// each and hold gigabytes of dead ones.
/// </summary>
internal static class HostMemory
{
    // Dead blocks may be this much, or half of those alive at the last look. Small enough that a loop goes round in the
    // processor's cache.
    private const long FreeOfCharge = 16L << 20;

    // A look at everything takes milliseconds in a large program; it waits until the blocks are this much and have
    // doubled since the last, or a backward pass has dropped this much.
    private const long FullLookFrom = 256L << 20;

    // What waits unused beyond this and beyond what is in use is left to the collector for good.
    private const long LargestIdle = 512L << 20;

    private static readonly Lock Gate = new();
    private static readonly List<IReclaimable> Pools = [];
    private static long lent;
    private static long idle;
    private static long dropped;
    private static long clock;
    private static long threshold = FreeOfCharge;
    private static long fullThreshold = FullLookFrom;

    /// <summary>Adds a pool whose dead loans count.</summary>
    public static void Add(IReclaimable pool)
    {
        lock (Gate)
        {
            Pools.Add(pool);
        }
    }

    /// <summary>Counts a block as lent.</summary>
    public static void Lent(long bytes) => Interlocked.Add(ref lent, bytes);

    /// <summary>Counts a block as returned and idle.</summary>
    public static void Returned(long bytes)
    {
        Interlocked.Add(ref lent, -bytes);
        Interlocked.Add(ref idle, bytes);
    }

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
            while (!HasRoom() && Pools.MinBy(pool => pool.OldestUse)!.DropOldest())
            {
            }
        }
    }

    /// <summary>Counts a block as taken from the idle ones.</summary>
    public static void Taken(long bytes) => Interlocked.Add(ref idle, -bytes);

    /// <summary>Counts a block as no longer needed by a graph; it is dead unless somebody else refers to it.</summary>
    public static void Dropped(long bytes) => Interlocked.Add(ref dropped, bytes);

    /// <summary>
    /// Before fresh memory is taken: has dead blocks found if there may be enough of them, and returns whether it
    /// looked.
    /// </summary>
    public static bool Reclaim(long bytes)
    {
        var worthwhile = Volatile.Read(ref dropped) >= FullLookFrom;
        if (!worthwhile && Volatile.Read(ref lent) + bytes <= Volatile.Read(ref threshold))
        {
            return false;
        }

        lock (Gate)
        {
            // A look moves what it finds alive to the next generation. Both young ones are looked at, for the tensor
            // that a loop is just replacing still lives, and is a generation older at the next look.
            Look(generation: 1);
            if (worthwhile || Volatile.Read(ref lent) + bytes > fullThreshold)
            {
                Look(GC.MaxGeneration);
                Volatile.Write(ref dropped, 0);
                fullThreshold = Math.Max(FullLookFrom, 2 * Volatile.Read(ref lent));
            }

            var alive = Volatile.Read(ref lent);
            threshold = alive + Math.Max(FreeOfCharge, alive / 2);
            Trim();
            return true;
        }
    }

    private static bool HasRoom() =>
        Volatile.Read(ref idle) <= Math.Max(LargestIdle, Volatile.Read(ref lent));

    private static void Look(int generation)
    {
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        Pools.ForEach(pool => pool.CollectDead());
    }
}
