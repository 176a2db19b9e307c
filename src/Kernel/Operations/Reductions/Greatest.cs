using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>The greater of two numbers; NaN if one is.</summary>
internal readonly struct Greatest : IReductionKernel
{
    public static T Identity<T>()
        where T : unmanaged, INumber<T> => T.CreateSaturating(double.NegativeInfinity);

    public static T Invoke<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.Max(a, b);

    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(a, b, y);

    public static T Invoke<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(x);
}
