using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>
/// Arithmetic on one number, for every numeric dtype; fields hold what parameters it has. The member for one element is
/// what any device can compile; the one for rows may do the same in the processor's vector instructions.
/// </summary>
public interface IUnaryKernel<TSelf>
    where TSelf : struct, IUnaryKernel<TSelf>
{
    /// <summary>The result for one element.</summary>
    T Invoke<T>(T x)
        where T : unmanaged, INumber<T>;

    /// <summary>The results for a row; y has x's length and may be x.</summary>
    static virtual void Invoke<T>(TSelf kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = kernel.Invoke(x[i]);
        }
    }
}
