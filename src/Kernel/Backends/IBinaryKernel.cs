using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>Arithmetic on two numbers, for every numeric dtype; see <see cref="IUnaryKernel"/>.</summary>
public interface IBinaryKernel
{
    /// <summary>The result for one pair.</summary>
    static abstract T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;

    /// <summary>The results for two rows; y has their length and may be either.</summary>
    static abstract void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;
}
