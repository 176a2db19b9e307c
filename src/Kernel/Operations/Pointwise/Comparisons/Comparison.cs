using System.Numerics;
using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>Comparisons: truth values, which have no derivative and are not recorded.</summary>
internal static class Comparison
{
    public static Tensor Apply<TKernel>(string name, Tensor a, Tensor b)
        where TKernel : struct, IComparisonKernel
    {
        if (!a.LiesWith(b))
        {
            var together = OneDevice.Bring(name, a, b);
            return Apply<TKernel>(name, together[0], together[1]);
        }

        var dtype = Promotion.Common(a, b);
        var shape = Broadcasting.Common(name, a, b);
        var y = a.EmptyLike(DType.Bool, shape);
        y.Backend.Compare<TKernel>(
            a.Detach().To(dtype).Expand(shape).View, b.Detach().To(dtype).Expand(shape).View, y.View);
        return y;
    }

    /// <summary>a &lt; b.</summary>
    internal readonly struct Less : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a < b;
    }

    /// <summary>a ≤ b.</summary>
    internal readonly struct LessOrEqual : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a <= b;
    }

    /// <summary>a = b; NaN equals nothing.</summary>
    internal readonly struct Equal : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a == b;
    }

    /// <summary>a ≠ b; NaN differs from all.</summary>
    internal readonly struct NotEqual : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a != b;
    }

    /// <summary>a ≠ 0 and b ≠ 0.</summary>
    internal readonly struct And : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a != T.Zero && b != T.Zero;
    }

    /// <summary>a ≠ 0 or b ≠ 0.</summary>
    internal readonly struct Or : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a != T.Zero || b != T.Zero;
    }

    /// <summary>Either a ≠ 0 or b ≠ 0.</summary>
    internal readonly struct ExclusiveOr : IComparisonKernel
    {
        public static bool Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => (a != T.Zero) != (b != T.Zero);
    }
}
