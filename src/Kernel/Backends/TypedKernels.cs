using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>A unary kernel for one element type, of whichever family it is.</summary>
internal interface ITypedUnary<T>
{
    T Invoke(T x);

    void Invoke(ReadOnlySpan<T> x, Span<T> y);
}

/// <summary>A binary kernel for one element type, of whichever family it is.</summary>
internal interface ITypedBinary<T>
{
    T Invoke(T a, T b);

    void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y);

    bool TryInvoke(ReadOnlySpan<T> a, T b, Span<T> y);

    bool TryInvoke(T a, ReadOnlySpan<T> b, Span<T> y);
}

/// <summary>A kernel for all numbers, at one type.</summary>
internal readonly struct NumberUnary<TKernel, T>(TKernel kernel) : ITypedUnary<T>
    where TKernel : struct, IUnaryKernel<TKernel>
    where T : unmanaged, INumber<T>
{
    public T Invoke(T x) => kernel.Invoke(x);

    public void Invoke(ReadOnlySpan<T> x, Span<T> y) => TKernel.Invoke(kernel, x, y);
}

/// <summary>A kernel for real numbers, at one type.</summary>
internal readonly struct RealUnary<TKernel, T>(TKernel kernel) : ITypedUnary<T>
    where TKernel : struct, IRealUnaryKernel<TKernel>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Invoke(T x) => kernel.Invoke(x);

    public void Invoke(ReadOnlySpan<T> x, Span<T> y) => TKernel.Invoke(kernel, x, y);
}

/// <summary>A kernel for all numbers, at one type.</summary>
internal readonly struct NumberBinary<TKernel, T>(TKernel kernel) : ITypedBinary<T>
    where TKernel : struct, IBinaryKernel<TKernel>
    where T : unmanaged, INumber<T>
{
    public T Invoke(T a, T b) => kernel.Invoke(a, b);

    public void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TKernel.Invoke(kernel, a, b, y);

    public bool TryInvoke(ReadOnlySpan<T> a, T b, Span<T> y) => TKernel.TryInvoke(kernel, a, b, y);

    public bool TryInvoke(T a, ReadOnlySpan<T> b, Span<T> y) => TKernel.TryInvoke(kernel, a, b, y);
}

/// <summary>A kernel for real numbers, at one type.</summary>
internal readonly struct RealBinary<TKernel, T>(TKernel kernel) : ITypedBinary<T>
    where TKernel : struct, IRealBinaryKernel<TKernel>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Invoke(T a, T b) => kernel.Invoke(a, b);

    public void Invoke(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TKernel.Invoke(kernel, a, b, y);

    public bool TryInvoke(ReadOnlySpan<T> a, T b, Span<T> y) => TKernel.TryInvoke(kernel, a, b, y);

    public bool TryInvoke(T a, ReadOnlySpan<T> b, Span<T> y) => TKernel.TryInvoke(kernel, a, b, y);
}
