using System.Numerics;
using System.Runtime.InteropServices;
using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>A rule of two operands whose kernel is one formula, of single numbers as of vectors.</summary>
internal interface IFormula<TSelf> : IRealBinary<TSelf>
    where TSelf : struct, IFormula<TSelf>
{
    /// <summary>The formula.</summary>
    static abstract TNumber Of<TNumber>(TNumber a, TNumber b)
        where TNumber : unmanaged, IArithmetic<TNumber>;

    static void IRealBinaryKernel<TSelf>.Invoke<T>(TSelf kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
    {
        var even = y.Length / Vector<T>.Count * Vector<T>.Count;
        Each<T, Lanes<T>>(a[..even], b[..even], y[..even]);
        Each<T, OneNumber<T>>(a[even..], b[even..], y[even..]);
    }

    private static void Each<T, TNumber>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var results = MemoryMarshal.Cast<T, TNumber>(y);
        var left = MemoryMarshal.Cast<T, TNumber>(a)[..results.Length];
        var right = MemoryMarshal.Cast<T, TNumber>(b)[..results.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = TSelf.Of(left[i], right[i]);
        }
    }
}
