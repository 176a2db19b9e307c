using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>A way to combine many numbers into one, in any order.</summary>
public interface IReductionKernel
{
    /// <summary>What combines with any number to that number.</summary>
    static abstract T Identity<T>()
        where T : unmanaged, INumber<T>;

    /// <summary>Two numbers combined.</summary>
    static abstract T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;

    /// <summary>Two rows combined, element by element; y may be either.</summary>
    static abstract void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;

    /// <summary>All numbers of a row combined.</summary>
    static abstract T Invoke<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumber<T>;
}
