using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>As <see cref="IBinaryKernel"/>, for functions of real numbers: float32 and float64 only.</summary>
public interface IRealBinaryKernel
{
    /// <summary>The result for one pair.</summary>
    static abstract T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The results for two rows; y has their length and may be either.</summary>
    static abstract void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
