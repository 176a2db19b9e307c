namespace NotebookGrad.Inspection;

/// <summary>A matrix within a tensor: its last two axes, at one place of all others.</summary>
/// <param name="Place">The indices on the other axes; empty for a tensor of at most two axes.</param>
/// <param name="Blocks">Rows of blocks.</param>
public sealed record ElementSlice(IReadOnlyList<int> Place, IReadOnlyList<IReadOnlyList<ElementBlock>> Blocks);
