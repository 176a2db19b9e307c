using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>What the processor did for other devices, because these cannot.</summary>
/// <param name="Entries">An entry an operation and device, what carried most first.</param>
public sealed record FallbackReport(IReadOnlyList<FallbackEntry> Entries) : IInspectable
{
    /// <summary>How often it was, over all operations.</summary>
    public long Times => Entries.Sum(entry => entry.Times);

    /// <summary>How many bytes were carried, over all operations.</summary>
    public long Bytes => Entries.Sum(entry => entry.Bytes);

    /// <summary>The report as a table.</summary>
    public override string ToString() => Entries.Count == 0
        ? "fallbacks: none"
        : string.Join('\n', Entries.Select(entry =>
            $"{entry.Operation} on {entry.Device}: {entry.Times:N0} times by the processor, {entry.Bytes:N0} bytes")
            .Prepend($"fallbacks: {Times:N0} times, {Bytes:N0} bytes"));
}
