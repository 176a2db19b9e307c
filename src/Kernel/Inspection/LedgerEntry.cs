namespace NotebookGrad.Inspection;

/// <summary>One block of memory in a <see cref="MemoryLedger"/>.</summary>
/// <param name="Kind">Why it is alive.</param>
/// <param name="Id">Identity of the node that it belongs to.</param>
/// <param name="Name">The name given by <c>Named</c>, or null.</param>
/// <param name="KeptBy">The operations that keep it for their derivatives.</param>
/// <param name="Shape">Shape of the value in it.</param>
/// <param name="DType">Type of the value's elements.</param>
/// <param name="Bytes">Size.</param>
public sealed record LedgerEntry(
    LedgerKind Kind,
    long Id,
    string? Name,
    IReadOnlyList<LedgerKeeper> KeptBy,
    Shape Shape,
    DType DType,
    long Bytes)
{
    /// <summary>The name of the device that it lies on.</summary>
    public string Device { get; init; } = NotebookGrad.Device.Cpu.Name;

    /// <summary>The operation that made the value, such as <c>relu</c>; null for a leaf.</summary>
    public string? Operation { get; init; }
}
