namespace NotebookGrad.Inspection;

/// <summary>
/// The first operation of a training that gave NaN or ±∞ although all that went into it was finite.
/// </summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="IsForward">Whether its value was so; else the gradient that it passed back.</param>
/// <param name="Operation">The operation, such as <c>log</c>.</param>
/// <param name="Place">The module whose call it was part of, or the nearest name; the network's without one.</param>
/// <param name="Line">The line that built it, such as <c>cell 3:2</c>, or null where it was not recorded.</param>
/// <param name="Operands">What went into it, in words and numbers, such as <c>x from 0 to 3.2</c>.</param>
/// <param name="From">The operations that made its operands.</param>
/// <param name="To">The operations that use what it gave.</param>
public sealed record FlowCause(
    long Step,
    bool IsForward,
    string Operation,
    string Place,
    string? Line,
    string Operands,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To);
