using System.Numerics;

namespace NotebookGrad.Backends.Host;

/// <summary>A unary kernel for one element type, of whichever family it is.</summary>
internal interface ITypedUnary<T>
{
    static abstract T Invoke(T x);

    static abstract void Invoke(ReadOnlySpan<T> x, Span<T> y);
}

/// <summary>A binary kernel for one element type, of whichever family it is.</summary>
internal interface ITypedBinary<T>
{
    static abstract T Invoke(T a, T b);

    static abstract void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y);
}

/// <summary>A kernel for all numbers, at one type.</summary>
internal readonly struct NumberUnary<TKernel, T> : ITypedUnary<T>
    where TKernel : struct, IUnaryKernel
    where T : unmanaged, INumber<T>
{
    public static T Invoke(T x) => TKernel.Invoke(x);

    public static void Invoke(ReadOnlySpan<T> x, Span<T> y) => TKernel.Invoke(x, y);
}

/// <summary>A kernel for real numbers, at one type.</summary>
internal readonly struct RealUnary<TKernel, T> : ITypedUnary<T>
    where TKernel : struct, IRealUnaryKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Invoke(T x) => TKernel.Invoke(x);

    public static void Invoke(ReadOnlySpan<T> x, Span<T> y) => TKernel.Invoke(x, y);
}

/// <summary>A kernel for all numbers, at one type.</summary>
internal readonly struct NumberBinary<TKernel, T> : ITypedBinary<T>
    where TKernel : struct, IBinaryKernel
    where T : unmanaged, INumber<T>
{
    public static T Invoke(T a, T b) => TKernel.Invoke(a, b);

    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TKernel.Invoke(a, b, y);
}

/// <summary>A kernel for real numbers, at one type.</summary>
internal readonly struct RealBinary<TKernel, T> : ITypedBinary<T>
    where TKernel : struct, IRealBinaryKernel
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Invoke(T a, T b) => TKernel.Invoke(a, b);

    public static void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TKernel.Invoke(a, b, y);
}
