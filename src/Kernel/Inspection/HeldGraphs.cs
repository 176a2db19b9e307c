namespace NotebookGrad.Inspection;

/// <summary>How many computations a tensor keeps alive, as a running total of losses does.</summary>
/// <param name="Tensor">The tensor, by name and shape: <c>total []</c>.</param>
/// <param name="Count">
/// The graphs that it holds: 0 for a constant, 1 for an ordinary result, more for a total that one line has added up.
/// </param>
/// <param name="Operations">The operations behind it.</param>
/// <param name="Bytes">What they keep alive, as <see cref="MemoryLedger.TotalBytes"/> counts.</param>
/// <param name="Line">The line that adds up, where it is known.</param>
public sealed record HeldGraphs(string Tensor, long Count, long Operations, long Bytes, string? Line) : IInspectable
{
    /// <summary>Why the tensor holds several graphs, and what to do; null where it does not.</summary>
    public string? Advice => Count > 1
        ? $"It was added up{SourceLine.Phrase(Line)} from results that still know how they came about, and keeps all "
            + "of that alive. To add up numbers only: total += loss.Item<float>(), or total += loss.Detach()."
        : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Tensor} holds {Phrase}{(Advice is null ? "" : $". {Advice}")}";

    private string Phrase => Count switch
    {
        0 => "no graph",
        1 => $"one graph: {Operations} operations, {Bytes:N0} bytes",
        _ => $"{Count} graphs: {Operations} operations, {Bytes:N0} bytes",
    };
}
