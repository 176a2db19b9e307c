using System.Numerics;

namespace NotebookGrad.Backends;

/// <summary>
/// Arithmetic on one number, for every numeric dtype. The scalar member is what any device can compile; the span member
/// is the same arithmetic in the processor's vector instructions.
/// </summary>
public interface IUnaryKernel
{
    /// <summary>The result for one element.</summary>
    static abstract T Invoke<T>(T x)
        where T : unmanaged, INumber<T>;

    /// <summary>The results for a row; y has x's length and may be x.</summary>
    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>;
}
