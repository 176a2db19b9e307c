namespace NotebookGrad.Inspection;

/// <summary>
/// The chain of <c>grad_fn</c> behind a node as a list of lines in depth-first order, for drawing as a tree.
/// </summary>
/// <param name="Lines">The lines; a node met again is one line that refers back and has no lines below it.</param>
/// <param name="Omitted">How many further nodes were left out.</param>
public sealed record ChainSnapshot(IReadOnlyList<ChainLine> Lines, long Omitted) : IInspectable
{
    /// <inheritdoc/>
    public override string ToString() => $"grad_fn: {Lines.Count} lines";
}

/// <summary>One line of a <see cref="ChainSnapshot"/>.</summary>
/// <param name="Id">Identity of the node.</param>
/// <param name="Depth">Distance from the root, 0 for the root itself.</param>
/// <param name="Operation">Name of the operation; <c>accumulate_grad</c> at a leaf that gathers a gradient.</param>
/// <param name="Name">The name given by <c>Named</c>, or null.</param>
/// <param name="Shape">Shape of the value.</param>
/// <param name="DType">Type of the value's elements.</param>
/// <param name="SavedBytes">Bytes that the node keeps for its derivative now.</param>
/// <param name="Freed">Whether a backward pass has dropped what the node had kept.</param>
/// <param name="Repeated">Whether an earlier line shows this node with what lies behind it.</param>
public sealed record ChainLine(
    long Id,
    int Depth,
    string Operation,
    string? Name,
    Shape Shape,
    DType DType,
    long SavedBytes,
    bool Freed,
    bool Repeated);
