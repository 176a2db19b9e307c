using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>
/// As <see cref="IUnaryKernel{TSelf}"/>, for functions of real numbers: float32 and float64 only.
/// </summary>
public interface IRealUnaryKernel<TSelf>
    where TSelf : struct, IRealUnaryKernel<TSelf>
{
    /// <summary>The result for one element.</summary>
    T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The results for a row; y has x's length and may be x.</summary>
    static virtual void Invoke<T>(TSelf kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = kernel.Invoke(x[i]);
        }
    }
}
