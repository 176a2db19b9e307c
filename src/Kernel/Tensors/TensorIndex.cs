namespace NotebookGrad;

/// <summary>One part of <c>x[…]</c>: a position, a range, or null for a new axis.</summary>
public readonly struct TensorIndex
{
    private TensorIndex(Index position) => Position = position;

    private TensorIndex(Range range) => Range = range;

    /// <summary>The position, where the axis is to go.</summary>
    internal Index? Position { get; }

    /// <summary>The range, where the axis is to stay; neither for a new axis.</summary>
    internal Range? Range { get; }

    /// <summary>Reads a position from the start.</summary>
    public static implicit operator TensorIndex(int position) => position >= 0
        ? new TensorIndex(new Index(position))
        : throw new ArgumentOutOfRangeException(
            nameof(position), $"index {position}: count from the end with ^, as in x[^{-(long)position}]");

    /// <summary>Reads a position, also from the end.</summary>
    public static implicit operator TensorIndex(Index position) => new(position);

    /// <summary>Reads a range.</summary>
    public static implicit operator TensorIndex(Range range) => new(range);

    /// <summary>Reads null as a new axis of length 1.</summary>
    public static implicit operator TensorIndex(string? newAxis) => newAxis is null
        ? default
        : throw new ArgumentException("an index is a position, a range, or null for a new axis");

    /// <inheritdoc/>
    public override string ToString() => Position?.ToString() ?? Range?.ToString() ?? "null";
}
