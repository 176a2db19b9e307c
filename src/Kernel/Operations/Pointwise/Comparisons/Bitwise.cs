using System.Numerics;
using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>Operations on the bits of int64, and on truth values as single bits; no derivative, not recorded.</summary>
internal static class Bitwise
{
    /// <summary>Combines truth values by one kernel, whole numbers by another.</summary>
    /// <exception cref="ArgumentException">An operand holds real numbers.</exception>
    public static Tensor Apply<TTruth, TWhole>(string name, Tensor a, Tensor b)
        where TTruth : struct, IComparisonKernel
        where TWhole : struct, IBinaryKernel<TWhole>
    {
        if (!a.LiesWith(b))
        {
            var together = OneDevice.Bring(name, a, b);
            return Apply<TTruth, TWhole>(name, together[0], together[1]);
        }

        var dtype = Promotion.Common(a, b);
        if (dtype.IsReal)
        {
            throw new ArgumentException(
                $"{name}: {a.Describe()} {a.DType.Text} and {b.Describe()} {b.DType.Text} must be truth values or "
                + "whole numbers; compare real numbers first, as in x > 0");
        }

        if (dtype == DType.Bool)
        {
            return Comparison.Apply<TTruth>(name, a, b);
        }

        var shape = Broadcasting.Common(name, a, b);
        var y = a.EmptyLike(dtype, shape);
        y.Backend.Zip(default(TWhole), a.To(dtype).Expand(shape).View, b.To(dtype).Expand(shape).View, y.View);
        return y;
    }

    /// <summary>Bits set in both.</summary>
    internal readonly struct And : IBinaryKernel<And>
    {
        public T Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) & long.CreateTruncating(b));
    }

    /// <summary>Bits set in one at least.</summary>
    internal readonly struct Or : IBinaryKernel<Or>
    {
        public T Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) | long.CreateTruncating(b));
    }

    /// <summary>Bits set in one only.</summary>
    internal readonly struct ExclusiveOr : IBinaryKernel<ExclusiveOr>
    {
        public T Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) ^ long.CreateTruncating(b));
    }
}
