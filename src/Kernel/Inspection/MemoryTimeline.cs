namespace NotebookGrad.Inspection;

/// <summary>
/// The memory of a graph over time: as its operations were recorded, and as <c>Backward</c> will go. What counts is
/// what operations keep for their derivatives, and gradients; values of up to 1,024 elements that stay to be drawn
/// and what one operation needs for a moment do not.
/// </summary>
/// <param name="Name">The tensor's name, or null.</param>
/// <param name="Moments">
/// One for each recorded operation, in their order; then, unless the graph is freed, one for each in the order of the
/// backward pass, and one after it.
/// </param>
/// <param name="Freed">Whether a backward pass has dropped what operations of the graph kept.</param>
public sealed record MemoryTimeline(string? Name, IReadOnlyList<MemoryMoment> Moments, bool Freed) : IInspectable
{
    /// <summary>The first moment at which the most bytes are alive; null without operations.</summary>
    public MemoryMoment? Peak => Moments.MaxBy(moment => moment.TotalBytes);

    /// <summary>
    /// Bytes that operations keep for their derivatives when all are recorded, as
    /// <see cref="MemoryLedger.SavedBytes"/> counts.
    /// </summary>
    public long KeptBytes =>
        Moments.LastOrDefault(moment => moment.Phase == MemoryPhase.Forward) is { } last ? last.KeptBytes : 0;

    /// <summary>What to do in order to see more; null where everything is there.</summary>
    public string? Advice => Freed
        ? "A backward pass has freed what the operations kept, so that only what is kept now can be told. Take the "
            + "timeline before Backward, or call Backward(retainGraph: true)."
        : Moments.Count == 0
            ? "No operation was recorded: it is a number like any other, and keeps nothing for a derivative."
            : null;

    /// <inheritdoc/>
    public override string ToString() => Peak is { } peak
        ? $"memory of {Name ?? "a tensor"} over time: {KeptBytes:N0} bytes kept for backward, at most "
            + $"{peak.TotalBytes:N0} bytes ({peak}){(Advice is null ? "" : $". {Advice}")}"
        : $"memory of {Name ?? "a tensor"} over time: {Advice}";
}
