namespace NotebookGrad;

/// <summary>Elements of a block of a recorded program.</summary>
/// <param name="Block">The number of the block.</param>
/// <param name="Layout">Which of its elements, and in which order.</param>
internal readonly record struct Place(int Block, Layout Layout)
{
    /// <inheritdoc/>
    public bool Equals(Place other) => Block == other.Block && Layout.LiesAs(other.Layout);

    /// <inheritdoc/>
    public override int GetHashCode() => Block;
}
