using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends;

/// <summary>Arithmetic on as many numbers at once as a register holds.</summary>
internal readonly struct Lanes<T>(Vector<T> values) : IArithmetic<Lanes<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> values = values;

    /// <summary>The numbers.</summary>
    public Vector<T> Values => values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> operator +(Lanes<T> left, Lanes<T> right) => new(left.values + right.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> operator -(Lanes<T> left, Lanes<T> right) => new(left.values - right.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> operator *(Lanes<T> left, Lanes<T> right) => new(left.values * right.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> operator /(Lanes<T> left, Lanes<T> right) => new(left.values / right.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> operator -(Lanes<T> value) => new(-value.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> Of(double value) => new(new Vector<T>(T.CreateTruncating(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> Sqrt(Lanes<T> x) => new(Vector.SquareRoot(x.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes<T> Max(Lanes<T> a, Lanes<T> b) => new(Vector.Max(a.values, b.values));
}
