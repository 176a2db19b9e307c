namespace NotebookGrad.Backends;

/// <summary>Says when a look for dead blocks is worth its while.</summary>
/// <param name="freeOfCharge">
/// Dead blocks may be this much, or half of those alive at the last look, in bytes.
/// </param>
internal sealed class LookSchedule(long freeOfCharge)
{
    // In a program of many objects it takes longer. Where it would take more than a twentieth of the time, more dead
    // blocks are borne with, but never more than so many times as much.
    private const int SmallestInterval = 20;
    private const int MostPatience = 8;

    // A look at everything takes milliseconds in a large program; it waits until the blocks are this much and have
    // doubled since the last, or a backward pass has dropped this much.
    private const int FullLook = 8;

    private readonly long free = freeOfCharge;
    private long threshold = freeOfCharge;
    private long fullThreshold = FullLook * freeOfCharge;
    private long patience = 1;

    /// <summary>Whether a backward pass has dropped enough bytes for a look at everything.</summary>
    public bool IsWorthwhile(long dropped) => dropped >= Volatile.Read(ref patience) * FullLook * free;

    /// <summary>Whether so many bytes on loan ask for a look at the young.</summary>
    public bool IsDue(long lent) => lent > Volatile.Read(ref threshold);

    /// <summary>Whether they ask for a look at everything.</summary>
    public bool IsFullDue(long lent) => lent > Volatile.Read(ref fullThreshold);

    /// <summary>Takes note of a look that has found so many bytes alive.</summary>
    public void Looked(long alive) => Volatile.Write(ref threshold, alive + Math.Max(free, alive / 2));

    /// <summary>Takes note of a look at everything.</summary>
    /// <param name="alive">The bytes that it has found alive.</param>
    /// <param name="cost">How long it took.</param>
    /// <param name="interval">The time since the end of the last one.</param>
    public void LookedAtAll(long alive, TimeSpan cost, TimeSpan interval)
    {
        var isCheap = cost * SmallestInterval <= interval;
        Volatile.Write(ref patience, isCheap ? Math.Max(patience / 2, 1) : Math.Min(2 * patience, MostPatience));
        Volatile.Write(ref fullThreshold, Math.Max(patience * FullLook * free, 2 * alive));
    }
}
