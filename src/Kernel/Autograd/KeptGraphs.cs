using System.Runtime.InteropServices;
using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// Notices a loop that keeps what it went backward from, each with the graph behind it, as a list of losses does; and
/// says so once.
/// </summary>
internal sealed class KeptGraphs
{
    /// <summary>How many results in a row are looked at together.</summary>
    public const int Passes = 1000;

    private const int Many = Passes * 9 / 10;
    private const long Never = long.MaxValue;

    private readonly WeakGCHandle<Node>[] roots = new WeakGCHandle<Node>[Passes];
    private long passes;
    private long interval = Passes;
    private long nextLook = Passes;

    /// <summary>Those of the process.</summary>
    public static KeptGraphs Shared { get; internal set; } = new();

    /// <summary>Takes note of what a backward pass began with.</summary>
    public void Note(Tensor output)
    {
        var pass = Interlocked.Increment(ref passes);
        ref var root = ref roots[pass % Passes];
        if (root.IsAllocated)
        {
            root.SetTarget(output.Node!);
        }
        else
        {
            root = new WeakGCHandle<Node>(output.Node!);
        }

        if (pass >= Volatile.Read(ref nextLook) && Interlocked.Exchange(ref nextLook, Never) != Never)
        {
            Look(output, pass);
        }
    }

    // What is alive may only not have been collected yet. The younger generations tell most; only where they tell
    // nothing is a full collection worth it, and each that was in vain doubles the time to the next.
    private void Look(Tensor output, long pass)
    {
        if (AreAlive())
        {
            GC.Collect(1, GCCollectionMode.Forced, blocking: true);
            if (AreAlive())
            {
                GC.Collect();
            }

            if (AreAlive())
            {
                Memory.Advise(Advice(output));
                return;
            }

            interval *= 2;
        }

        Volatile.Write(ref nextLook, pass + interval);
    }

    private bool AreAlive() => roots.Count(root => root.IsAllocated && root.TryGetTarget(out _)) >= Many;

    private static string Advice(Tensor output)
    {
        using var order = GraphOrder.From(output.Node!);
        var operations = Enumerable.Range(0, order.Count).Count(slot => order[slot].Operation is not null);
        var bytes = LedgerInspector.Inspect(output).Entries
            .Where(entry => entry.Kind is not (LedgerKind.Leaf or LedgerKind.Gradient)).Sum(entry => entry.Bytes);
        return $"NotebookGrad: the program keeps what its last {Passes:N0} backward passes began with"
            + $"{SourceLine.Phrase(output.Node!.Line)}, and with each the graph behind it; that of "
            + $"{output.Describe()} has {operations} operations and {bytes:N0} bytes of values. To keep numbers only: "
            + "losses.Add(loss.Item<float>()), or losses.Add(loss.Detach()). This is said once.";
    }
}
