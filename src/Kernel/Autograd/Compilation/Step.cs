namespace NotebookGrad;

/// <summary>One call of the backend in a recorded program.</summary>
/// <param name="Call">What is done.</param>
/// <param name="Operands">What is read.</param>
/// <param name="Result">What is written; null where values are only checked.</param>
internal sealed record Step(BackendCall Call, Place[] Operands, Place? Result)
{
    /// <summary>All places in the order in which the call takes them.</summary>
    public IEnumerable<Place> Places => Result is { } result ? [.. Operands, result] : Operands;

    /// <inheritdoc/>
    public bool Equals(Step? other) =>
        other is not null && Call == other.Call && Operands.SequenceEqual(other.Operands) && Result == other.Result;

    /// <inheritdoc/>
    public override int GetHashCode() => Call.GetHashCode();
}
