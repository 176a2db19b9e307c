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

    private readonly WeakGCHandle<Node>[] roots = new WeakGCHandle<Node>[Passes];
    private long passes;
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

        if (pass == nextLook)
        {
            Look(output);
        }
    }

    // What is alive may only not have been collected yet. The younger generations tell most; only where they tell
    // nothing is a full collection worth it, and each that was in vain doubles the time to the next.
    private void Look(Tensor output)
    {
        if (Alive() < Many)
        {
            nextLook += Passes;
            return;
        }

        GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        if (Alive() >= Many)
        {
            GC.Collect();
        }

        if (Alive() < Many)
        {
            nextLook *= 2;
            return;
        }

        nextLook = -1;
        Memory.Advise(Advice(output));
    }

    private int Alive() => roots.Count(root => root.IsAllocated && root.TryGetTarget(out _));

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
