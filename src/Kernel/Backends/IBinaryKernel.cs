using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>Arithmetic on two numbers, for every numeric dtype; see <see cref="IUnaryKernel{TSelf}"/>.</summary>
public interface IBinaryKernel<TSelf>
    where TSelf : struct, IBinaryKernel<TSelf>
{
    /// <summary>The result for one pair.</summary>
    T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T>;

    /// <summary>The results for two rows; y has their length and may be either.</summary>
    static virtual void Invoke<T>(TSelf kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = kernel.Invoke(a[i], b[i]);
        }
    }

    /// <summary>
    /// The results for a row and one number, as if it were repeated; false where the kernel has no shorter way.
    /// </summary>
    static virtual bool TryInvoke<T>(TSelf kernel, ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> => false;

    /// <summary>
    /// The results for one number, as if it were repeated, and a row; false where the kernel has no shorter way.
    /// </summary>
    static virtual bool TryInvoke<T>(TSelf kernel, T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => false;
}
