namespace NotebookGrad;

/// <summary>One call of the backend in a recorded program.</summary>
/// <param name="Call">What is done.</param>
/// <param name="Operands">What is read.</param>
/// <param name="Result">What is written; null where values are only checked.</param>
internal sealed record Step(BackendCall Call, Place[] Operands, Place? Result)
{
    /// <summary>All places in the order in which the call takes them.</summary>
    public IEnumerable<Place> Places => Result is { } result ? [.. Operands, result] : Operands;

    /// <summary>The blocks whose elements change.</summary>
    public IEnumerable<int> Written => Call.ChangesOperands
        ? Places.Select(place => place.Block)
        : Result is { } result ? [result.Block] : [];

    /// <summary>
    /// Whether a step cannot be done before another that precedes it: one touches what the other writes, or the other
    /// checks something, so that nothing shall be done if it throws.
    /// </summary>
    public bool MustFollow(Step other) => other.Result is null
        || Written.Any(block => other.Places.Any(place => place.Block == block))
        || other.Written.Any(block => Places.Any(place => place.Block == block));

    /// <inheritdoc/>
    public bool Equals(Step? other) =>
        other is not null && Call == other.Call && Operands.SequenceEqual(other.Operands) && Result == other.Result;

    /// <inheritdoc/>
    public override int GetHashCode() => Call.GetHashCode();
}
