namespace NotebookGrad.Inspection;

/// <summary>Where NaN or ∞ has first come from while a network was watched.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="InBackward">Whether it came about in a gradient; else in a value.</param>
/// <param name="Operation">
/// The operation, such as <c>log</c>; <see cref="Parameter"/> or <see cref="Constant"/> where a leaf had it from the
/// start; empty if the graph is too large to be searched.
/// </param>
/// <param name="Name">The name of its result, or null.</param>
/// <param name="Place">
/// The module that called it, else the layer before it; the network's name where neither is known.
/// </param>
/// <param name="Line">Where it was recorded, or null where that is not known.</param>
/// <param name="NaNs">How many elements were NaN.</param>
/// <param name="Infinities">How many elements were ±∞.</param>
/// <param name="Given">
/// What it was given: in a value, its operands; in a gradient, the operand whose gradient broke.
/// </param>
public sealed record NotFiniteCause(
    long Step,
    bool InBackward,
    string Operation,
    string? Name,
    string Place,
    string? Line,
    long NaNs,
    long Infinities,
    IReadOnlyList<NotFiniteOperand> Given)
{
    /// <summary>What stands for an operation where a parameter is the cause.</summary>
    public const string Parameter = "parameter";

    /// <summary>What stands for an operation where data are the cause.</summary>
    public const string Constant = "constant";

    /// <summary>The operations that use its result.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];
}

/// <summary>What an operation was given that made NaN or ∞.</summary>
/// <param name="Name">Its name, or null.</param>
/// <param name="Operation">The operation that made it; null for a leaf.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Minimum">Its smallest finite element.</param>
/// <param name="Maximum">Its largest finite element.</param>
public sealed record NotFiniteOperand(string? Name, string? Operation, Shape Shape, double Minimum, double Maximum);
