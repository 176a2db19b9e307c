namespace NotebookGrad.Inspection;

/// <summary>What is alive at one moment of a <see cref="MemoryTimeline"/>.</summary>
/// <param name="Phase">When it is.</param>
/// <param name="Id">Identity of the operation's node; 0 after the pass.</param>
/// <param name="Name">The name given to the result by <c>Named</c>, or null.</param>
/// <param name="Operation">The operation, such as <c>tanh</c>; null after the pass.</param>
/// <param name="Shape">Shape of the operation's result.</param>
/// <param name="DType">Type of its elements.</param>
/// <param name="Line">Where the operation was recorded, or null where that is not known.</param>
/// <param name="LeafBytes">
/// Blocks of parameters and data that operations keep: they are there without the graph, too, as a rule.
/// </param>
/// <param name="SavedBytes">
/// Blocks that only the graph keeps, each once however many keep it, and what a checkpoint computes again.
/// </param>
/// <param name="GradientBytes">
/// <c>.Grad</c>, and gradients under way, each as a block of its own: the pass needs less where it writes one over
/// another, and more where one is a part of a larger block.
/// </param>
public sealed record MemoryMoment(
    MemoryPhase Phase,
    long Id,
    string? Name,
    string? Operation,
    Shape Shape,
    DType DType,
    string? Line,
    long LeafBytes,
    long SavedBytes,
    long GradientBytes)
{
    /// <summary>Bytes that operations keep, of leaves or not.</summary>
    public long KeptBytes => LeafBytes + SavedBytes;

    /// <summary>All of it.</summary>
    public long TotalBytes => KeptBytes + GradientBytes;

    /// <inheritdoc/>
    public override string ToString() => Phase switch
    {
        MemoryPhase.Forward => $"recording {Operation}{SourceLine.Phrase(Line)}",
        MemoryPhase.Backward => $"backward of {Operation}{SourceLine.Phrase(Line)}",
        _ => "after backward",
    };
}
