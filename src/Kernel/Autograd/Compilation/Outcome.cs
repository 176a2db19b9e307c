namespace NotebookGrad;

/// <summary>A tensor that a recorded program hands out.</summary>
/// <param name="Place">Its elements.</param>
/// <param name="Input">The number of the input that it is, or −1.</param>
/// <param name="Same">The tensor itself, if it was there before the program.</param>
internal sealed record Outcome(Place Place, int Input, Tensor? Same)
{
    /// <inheritdoc/>
    public bool Equals(Outcome? other) => other is not null && Place == other.Place && Input == other.Input;

    /// <inheritdoc/>
    public override int GetHashCode() => Place.GetHashCode();
}
