using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Threads that do pieces of work together with the thread that brings it. They are started when first needed and then
/// wait, awake for a moment and asleep after it.
/// </summary>
/// <remarks>
/// A team has one work at a time. Who finds it busy, be it another thread or a piece that has pieces itself, works
/// alone; so nothing ever waits for the team. The one who brings work waits only for those who have joined it: a
/// thread that the system wakes late finds the work done, and delays nobody.
/// </remarks>
internal sealed unsafe class ThreadTeam(int count)
{
    /// <summary>Set in <see cref="state"/> while there are pieces left to take.</summary>
    private const int Open = 1 << 30;

    // To wake a thread takes longer than many a piece of work, and work comes in series.
    private static readonly long Patience = Stopwatch.Frequency / 10_000;

    private readonly object bed = new();
    private int threads;
    private int sleepers;
    private int busy;

    // Open, plus how many threads have joined. The fields below it change only while this is 0.
    private int state;
    private int seats;
    private int pieces;
    private int next;
    private void* work;
    private delegate*<void*, int, void> each;
    private ExceptionDispatchInfo? failure;

    /// <summary>The team of the process.</summary>
    public static ThreadTeam Shared { get; } = new(Environment.ProcessorCount);

    /// <summary>How many threads work together at most, the one that brings the work included.</summary>
    public int Count { get; set; } = count;

    /// <summary>Does all pieces of some work, and returns when all are done; what one throws, this throws.</summary>
    /// <param name="pieces">The number of pieces.</param>
    /// <param name="work">Does them.</param>
    /// <param name="alone">Whether the work is too small to be worth another thread.</param>
    public void Run<TWork>(int pieces, TWork work, bool alone = false)
        where TWork : struct, IPieces
    {
        if (alone || pieces <= 1 || Count <= 1 || Interlocked.Exchange(ref busy, 1) != 0)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                work.Do(piece);
            }

            return;
        }

        try
        {
            // The work lies on this thread's stack, which neither moves nor ends before all have left.
            Share(pieces, Unsafe.AsPointer(ref work), &Do<TWork>);
        }
        finally
        {
            Volatile.Write(ref busy, 0);
        }
    }

    private static void Do<TWork>(void* work, int piece)
        where TWork : struct, IPieces => Unsafe.AsRef<TWork>(work).Do(piece);

    private void Share(int pieces, void* work, delegate*<void*, int, void> each)
    {
        this.work = work;
        this.each = each;
        (this.pieces, next, failure) = (pieces, 0, null);
        seats = Math.Min(Count, pieces) - 1;
        for (; threads < seats; threads++)
        {
            // Without the caller's execution context, which it would keep alive for ever.
            new Thread(Live) { IsBackground = true, Name = "NotebookGrad" }.UnsafeStart();
        }

        Interlocked.Exchange(ref state, Open);
        Wake();
        DoPieces();
        for (var wait = default(SpinWait); Volatile.Read(ref state) != 0;)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        failure?.Throw();
    }

    private void DoPieces()
    {
        try
        {
            for (int piece; (piece = Interlocked.Increment(ref next) - 1) < pieces;)
            {
                each(work, piece);
            }
        }
        catch (Exception problem)
        {
            failure = ExceptionDispatchInfo.Capture(problem);
            Volatile.Write(ref next, pieces);
        }

        Interlocked.And(ref state, ~Open);
    }

    /// <summary>What a thread of the team does all its life.</summary>
    private void Live()
    {
        while (true)
        {
            var now = Volatile.Read(ref state);
            if (!HasRoom(now))
            {
                Rest();
            }
            else if (Interlocked.CompareExchange(ref state, now + 1, now) == now)
            {
                DoPieces();
                Interlocked.Decrement(ref state);
            }
        }
    }

    private bool HasRoom(int now) => now >= Open && now - Open < Volatile.Read(ref seats);

    private void Rest()
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetTimestamp() - start < Patience;)
        {
            if (HasRoom(Volatile.Read(ref state)))
            {
                return;
            }

            Thread.SpinWait(8);
        }

        lock (bed)
        {
            // Either this sees the work or the one who brings it sees the sleeper: both write before they read.
            Interlocked.Increment(ref sleepers);
            while (!HasRoom(Volatile.Read(ref state)))
            {
                Monitor.Wait(bed);
            }

            Interlocked.Decrement(ref sleepers);
        }
    }

    private void Wake()
    {
        if (Volatile.Read(ref sleepers) > 0)
        {
            lock (bed)
            {
                for (var seat = 0; seat < seats; seat++)
                {
                    Monitor.Pulse(bed);
                }
            }
        }
    }
}
