using System.Runtime.CompilerServices;

namespace NotebookGrad;

/// <summary>How many times longer each spatial axis becomes: one number for all, or one each.</summary>
[CollectionBuilder(typeof(ScaleFactor), nameof(Create))]
public readonly struct ScaleFactor
{
    private readonly double[]? values;

    private ScaleFactor(double[] values) => this.values = values;

    /// <summary>Whether nothing was said.</summary>
    internal bool IsDefault => values is null;

    /// <summary>One factor an axis.</summary>
    public static ScaleFactor Create(ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>The same for every axis.</summary>
    public static implicit operator ScaleFactor(double value) => new([value]);

    /// <summary>One an axis.</summary>
    public static implicit operator ScaleFactor(double[] values) => Create(values);

    /// <summary>One for each of two axes.</summary>
    public static implicit operator ScaleFactor((double First, double Second) values) =>
        new([values.First, values.Second]);

    /// <summary>The factors as an enumerator.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(values ?? [])).GetEnumerator();

    /// <summary>One factor for each of so many axes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer, or one is not positive and finite.</exception>
    internal double[] For(string operation, int axes) =>
        values is not null && (values.Length == 1 || values.Length == axes)
        && values.All(value => value > 0 && double.IsFinite(value))
            ? values.Length == axes ? values : [.. Enumerable.Repeat(values[0], axes)]
            : throw new ArgumentException(
                $"{operation}: scale_factor ({string.Join(", ", values ?? [])}) must be one positive number, or one "
                + $"for each of the {axes} spatial axes");
}
