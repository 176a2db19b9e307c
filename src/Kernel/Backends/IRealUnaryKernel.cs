using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>As <see cref="IUnaryKernel"/>, for functions of real numbers: float32 and float64 only.</summary>
public interface IRealUnaryKernel
{
    /// <summary>The result for one element.</summary>
    static abstract T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The results for a row; y has x's length and may be x.</summary>
    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
