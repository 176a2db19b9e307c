using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>Arithmetic on single numbers.</summary>
/// <param name="Value">The number.</param>
public readonly record struct OneNumber<T>(T Value) : IArithmetic<OneNumber<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OneNumber<T> operator +(OneNumber<T> left, OneNumber<T> right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    public static OneNumber<T> operator -(OneNumber<T> left, OneNumber<T> right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    public static OneNumber<T> operator *(OneNumber<T> left, OneNumber<T> right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    public static OneNumber<T> operator /(OneNumber<T> left, OneNumber<T> right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    public static OneNumber<T> operator -(OneNumber<T> value) => new(-value.Value);

    /// <inheritdoc/>
    public static OneNumber<T> Of(double value) => new(T.CreateTruncating(value));

    /// <inheritdoc/>
    public static OneNumber<T> Sqrt(OneNumber<T> x) => new(T.Sqrt(x.Value));

    /// <inheritdoc/>
    public static OneNumber<T> Max(OneNumber<T> a, OneNumber<T> b) => new(T.Max(a.Value, b.Value));
}
