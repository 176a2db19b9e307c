using System.Runtime.CompilerServices;

namespace NotebookGrad;

/// <summary>
/// A whole number for each spatial axis: <c>2</c> for all alike, or one each as in <c>(2, 1)</c> or <c>[2, 1]</c>.
/// </summary>
[CollectionBuilder(typeof(PerAxis), nameof(Create))]
public readonly struct PerAxis
{
    private readonly int[]? values;

    private PerAxis(int[] values) => this.values = values;

    /// <summary>Whether nothing was said, so that the function's own default holds.</summary>
    internal bool IsDefault => values is null or [];

    /// <summary>One number an axis.</summary>
    public static PerAxis Create(ReadOnlySpan<int> values) => new(values.ToArray());

    /// <summary>The same for every axis.</summary>
    public static implicit operator PerAxis(int value) => new([value]);

    /// <summary>One an axis.</summary>
    public static implicit operator PerAxis(int[] values) => Create(values);

    /// <summary>One for each of two axes.</summary>
    public static implicit operator PerAxis((int First, int Second) values) => new([values.First, values.Second]);

    /// <summary>One for each of three axes.</summary>
    public static implicit operator PerAxis((int First, int Second, int Third) values) =>
        new([values.First, values.Second, values.Third]);

    /// <summary>The numbers as an enumerator.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(values ?? [])).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => values is [var only] ? $"{only}" : $"({string.Join(", ", values ?? [])})";

    /// <summary>One number for each of so many axes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer, or one is too small.</exception>
    internal int[] For(string operation, string argument, int axes, int least)
    {
        if (values is null || (values.Length != 1 && values.Length != axes))
        {
            throw new ArgumentException(
                $"{operation}: {argument} {this} must be one number, or one for each of the {axes} spatial axes");
        }

        return Array.TrueForAll(values, value => value >= least)
            ? values.Length == axes ? values : [.. Enumerable.Repeat(values[0], axes)]
            : throw new ArgumentException($"{operation}: {argument} {this} must be {least} or more");
    }

    /// <summary>These numbers, or others where nothing was said.</summary>
    internal PerAxis Or(PerAxis other) => IsDefault ? other : this;
}
