namespace NotebookGrad.Inspection;

/// <summary>Why a block of memory is alive.</summary>
public enum LedgerKind
{
    /// <summary>The value of a leaf.</summary>
    Leaf,

    /// <summary>The value of the tensor that the ledger was asked for.</summary>
    Output,

    /// <summary>Kept by an operation for its derivative.</summary>
    Saved,

    /// <summary>The <c>.Grad</c> of a leaf, or of a result that retains its gradient.</summary>
    Gradient,

    /// <summary>A small value kept only so that the graph can be drawn.</summary>
    Preview,
}

/// <summary>
/// The bytes that a graph keeps alive, block by block. A block that serves two purposes is listed once,
/// under the first of output, leaf, gradient, saved and preview that applies, except that a saved output is
/// counted in <see cref="SavedBytes"/> too.
/// </summary>
/// <param name="Entries">The blocks, in the order of the graph from its leaves to its root.</param>
/// <param name="SavedBytes">Bytes that operations keep for their derivatives, whatever else also keeps them.</param>
public sealed record MemoryLedger(IReadOnlyList<LedgerEntry> Entries, long SavedBytes) : IInspectable
{
    /// <summary>Bytes of all blocks, each counted once.</summary>
    public long TotalBytes => Entries.Sum(entry => entry.Bytes);

    /// <summary>Bytes of the blocks on a device, by its name, each counted once.</summary>
    public long BytesOn(string device) => Entries.Where(entry => entry.Device == device).Sum(entry => entry.Bytes);

    /// <inheritdoc/>
    public override string ToString() => $"ledger: {Entries.Count} blocks, {TotalBytes:N0} bytes, {SavedBytes:N0} "
    + "saved for backward";
}
