using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>What graphs keep in memory.</summary>
public static class Memory
{
    /// <summary>The bytes that a tensor and the graph behind it keep alive now, block by block.</summary>
    public static MemoryLedger Ledger(Tensor output) => LedgerInspector.Inspect(output);
}
