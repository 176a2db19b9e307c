namespace NotebookGrad;

/// <summary>Thrown under <see cref="Autograd.DetectAnomaly"/> by the operation that made NaN or ∞.</summary>
public sealed class AnomalyException : ArithmeticException
{
    /// <summary>How many places <see cref="Indices"/> lists at most.</summary>
    public const int MostIndices = 5;

    internal AnomalyException(string message)
        : base(message)
    {
    }

    /// <summary>Whether it came up in a gradient; else in a value.</summary>
    public bool InBackward { get; internal init; }

    /// <summary>Name of the operation, such as <c>sqrt</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The operand whose gradient is concerned, from 0; null for a value.</summary>
    public int? Operand { get; internal init; }

    /// <summary>The shapes of the operation's operands.</summary>
    public required IReadOnlyList<Shape> Shapes { get; init; }

    /// <summary>The names of the operation's operands, where they have any.</summary>
    public required IReadOnlyList<string?> Names { get; init; }

    /// <summary>The first places of NaN or ∞.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Indices { get; init; }

    /// <summary>How many elements are NaN.</summary>
    public required long NaNs { get; init; }

    /// <summary>How many elements are ±∞.</summary>
    public required long Infinities { get; init; }

    /// <summary>The line that called the operation, or null where it was not recorded.</summary>
    public string? Line { get; internal init; }
}
