namespace NotebookGrad.Backends.Gpu;

/// <summary>A value of a fused program: an operand, a number, or what a call makes of others.</summary>
/// <param name="Element">Its type.</param>
internal sealed record FusedValue(Type Element)
{
    /// <summary>
    /// The expression's generic type, whose first argument is what is known, and whose last ones are the expressions for
    /// the function and the children; null for an operand and a number.
    /// </summary>
    public Type? Form { get; init; }

    /// <summary>The arguments between these.</summary>
    public Type[] Arguments { get; init; } = [];

    /// <summary>The function, or the number itself; null where there is none.</summary>
    public object? Datum { get; init; }

    /// <summary>What the value is made of.</summary>
    public FusedValue[] Children { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(FusedValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
