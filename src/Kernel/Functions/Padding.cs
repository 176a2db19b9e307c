using System.Runtime.CompilerServices;

namespace NotebookGrad;

/// <summary>
/// How many zeros a convolution sees around its input: a number for each spatial axis, <c>"valid"</c> for none, or
/// <c>"same"</c> for as many as keep the lengths.
/// </summary>
[CollectionBuilder(typeof(Padding), nameof(Create))]
public readonly struct Padding
{
    private readonly PerAxis amounts;

    private Padding(PerAxis amounts) => this.amounts = amounts;

    /// <summary>Whether nothing was said.</summary>
    internal bool IsDefault => !IsSame && amounts.IsDefault;

    /// <summary>Whether the lengths are to stay.</summary>
    internal bool IsSame { get; private init; }

    /// <summary>One number an axis, at both ends.</summary>
    public static Padding Create(ReadOnlySpan<int> values) => new(PerAxis.Create(values));

    /// <summary>The same for every axis, at both ends.</summary>
    public static implicit operator Padding(int value) => new(value);

    /// <summary>One number an axis, at both ends.</summary>
    public static implicit operator Padding(int[] values) => new(values);

    /// <summary>One number an axis, at both ends.</summary>
    public static implicit operator Padding(PerAxis values) => new(values);

    /// <summary>One for each of two axes.</summary>
    public static implicit operator Padding((int First, int Second) values) => new(values);

    /// <summary>One for each of three axes.</summary>
    public static implicit operator Padding((int First, int Second, int Third) values) => new(values);

    /// <summary>Reads <c>"same"</c> or <c>"valid"</c>.</summary>
    /// <exception cref="ArgumentException">It is another word.</exception>
    public static implicit operator Padding(string word) => word switch
    {
        "valid" => new(0),
        "same" => new(0) { IsSame = true },
        _ => throw new ArgumentException($"padding \"{word}\" is neither \"same\" nor \"valid\", nor a number"),
    };

    /// <summary>The numbers as an enumerator.</summary>
    public IEnumerator<int> GetEnumerator() => amounts.GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => IsSame ? "same" : amounts.Or(0).ToString();

    /// <summary>The zeros at one end of each axis.</summary>
    internal int[] For(string operation, int axes) => amounts.Or(0).For(operation, "padding", axes, least: 0);
}
