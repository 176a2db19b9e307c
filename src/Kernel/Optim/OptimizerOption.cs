namespace NotebookGrad;

/// <summary>A number that an optimiser can be given.</summary>
/// <param name="Name">The name as PyTorch has it, such as <c>lr</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Bound">What it must be below.</param>
internal readonly record struct OptimizerOption(string Name, double Value, double Bound = double.PositiveInfinity)
{
    /// <summary>The option with another number.</summary>
    /// <exception cref="ArgumentException">The number is negative, not below the bound, or NaN.</exception>
    public OptimizerOption With(string optimizer, double value) => value >= 0 && value < Bound
        ? this with { Value = value }
        : throw new ArgumentException(
            $"{optimizer}: {Name} cannot be {value}; give a number of at least 0"
            + (double.IsInfinity(Bound) ? string.Empty : $" and below {Bound}"));

    /// <summary>The option, if it can be the number that it is.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public OptimizerOption Checked(string optimizer) => With(optimizer, Value);
}
