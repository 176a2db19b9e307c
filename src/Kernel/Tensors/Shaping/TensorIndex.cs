using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// One part of <c>x[…]</c>: a position, a range, a range with a step, all axes between (<see cref="Ellipsis"/>), whole
/// numbers or truth values that pick elements, or null for a new axis.
/// </summary>
public sealed class TensorIndex
{
    private TensorIndex()
    {
    }

    /// <summary>
    /// As many whole axes as the other parts leave. After <c>using static NotebookGrad.TensorIndex;</c> it is written
    /// as in <c>x[Ellipsis, 0]</c>.
    /// </summary>
    public static TensorIndex Ellipsis { get; } = new();

    /// <summary>The position, where the axis is to go.</summary>
    internal Index? Position { get; private init; }

    /// <summary>The range, where the axis is to stay.</summary>
    internal Range? Range { get; private init; }

    /// <summary>The distance of two elements of the range.</summary>
    internal int Step { get; private init; } = 1;

    /// <summary>Whole numbers or truth values that pick elements.</summary>
    internal Tensor? Tensor { get; private init; }

    /// <summary>Reads a position from the start.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public static implicit operator TensorIndex(int position) => position >= 0
        ? new TensorIndex { Position = position }
        : throw new ArgumentException(
            $"index {position}: count from the end with ^, as in x[^{-(long)position}]");

    /// <summary>Reads a position, also from the end.</summary>
    public static implicit operator TensorIndex(Index position) => new() { Position = position };

    /// <summary>Reads a range.</summary>
    public static implicit operator TensorIndex(Range range) => new() { Range = range };

    /// <summary>
    /// Reads a range with a step: <c>x[(.., 2)]</c> is every second element, <c>x[(1..9, 3)]</c> those at 1, 4 and 7.
    /// </summary>
    /// <exception cref="ArgumentException">The step is not positive.</exception>
    public static implicit operator TensorIndex((Range Range, int Step) range) => range.Step > 0
        ? new TensorIndex { Range = range.Range, Step = range.Step }
        : throw new ArgumentException(
            $"index ({Text(range.Range)}, {range.Step}): a step must be greater than zero");

    /// <summary>Reads positions along an axis, as a vector.</summary>
    public static implicit operator TensorIndex(int[] positions) =>
        new() { Tensor = NotebookGrad.Tensor.Of(positions, device: Device.Cpu) };

    /// <summary>
    /// Reads whole numbers as positions, negative ones from the end; and truth values as the positions of those that
    /// are true, along as many axes as they have.
    /// </summary>
    /// <exception cref="ArgumentException">The tensor is of real numbers.</exception>
    public static implicit operator TensorIndex(Tensor tensor) => tensor.DType.IsReal
        ? throw new ArgumentException(
            $"index: {tensor.Describe()} is {tensor.DType.Text}; only int64 and bool tensors pick elements, as "
            + "x.To(DType.Int64) or x > 0 make them")
        : new TensorIndex { Tensor = tensor };

    /// <inheritdoc/>
    public override string ToString() =>
        Position?.ToString()
        ?? (Range is { } range ? Step == 1 ? Text(range) : $"({Text(range)}, {Step})" : null)
        ?? (Tensor is null ? "…" : Naming.Of(Tensor) ?? $"{Tensor.DType.Text} {Tensor.Shape}");

    /// <summary>The indices of <c>x[…]</c> as text.</summary>
    internal static string Text(IEnumerable<TensorIndex?> indices) =>
        string.Join(", ", indices.Select(index => index?.ToString() ?? "null"));

    // As people write it: an end of the axis needs no number.
    private static string Text(Range range) =>
        $"{(range.Start.Equals(Index.Start) ? null : range.Start)}..{(range.End.Equals(Index.End) ? null : range.End)}";
}
