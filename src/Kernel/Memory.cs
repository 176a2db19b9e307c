using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>What graphs keep in memory, now and over time.</summary>
public static class Memory
{
    /// <summary>The bytes that a tensor and the graph behind it keep alive now, block by block.</summary>
    public static MemoryLedger Ledger(Tensor output) => LedgerInspector.Inspect(output);

    /// <summary>
    /// The memory of the graph behind a tensor over time: operation by operation as it was recorded, and as
    /// <c>Backward</c> will go, with its peak. Goes through no derivative and calls no hook.
    /// </summary>
    public static MemoryTimeline Timeline(Tensor output) => TimelineInspector.Inspect(output);
}
