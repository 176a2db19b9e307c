namespace NotebookGrad.Backends;

/// <summary>
/// A truth value in a kernel struct, in four bytes that mean the same on every device; those of bool need not.
/// </summary>
public readonly record struct Flag
{
    private readonly int value;

    private Flag(int value) => this.value = value;

    /// <summary>A truth value.</summary>
    public static implicit operator Flag(bool value) => new(value ? 1 : 0);

    /// <summary>Whether it is true.</summary>
    public static implicit operator bool(Flag flag) => flag.value != 0;
}
