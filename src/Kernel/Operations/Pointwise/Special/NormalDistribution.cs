using System.Numerics;
using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// The standard normal distribution, to a few units in the last place also where it is small: in float64 by the error
/// function, in float32 by a formula of its own, also for a vector at once. Φ is the share below a number, φ the
/// density there.
/// </summary>
internal static class NormalDistribution
{
    private const double DensityAt0 = 0.39894228040143267794;

    // Beyond it all is 0 or 1 in float32, and squares are still finite.
    private const float Far = 40;

    // Φ(−u)·exp(u²/2) = t·Series(t) with t = 1/(1 + Pace·u): a least-squares fit, relative error 3e-8.
    private const float Pace = 0.35f;

    /// <summary>Φ(x) and φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Below, T Density) Of<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (IsSingle<T>())
        {
            var (below, density) = Of(float.CreateTruncating(x));
            return (T.CreateTruncating(below), T.CreateTruncating(density));
        }

        var wide = double.CreateTruncating(x);
        return (
            T.CreateTruncating(0.5 * ErrorFunction.Erfc(-wide * Math.Sqrt(0.5))),
            T.CreateTruncating(DensityAt0 * Math.Exp(-0.5 * wide * wide)));
    }

    /// <summary>Φ(x) and φ(x).</summary>
    /// <remarks>
    /// Compiled well at once: a few calls for long rows may never make the runtime do so.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (Vector<float> Below, Vector<float> Density) Of(Vector<float> x)
    {
        var size = Vector.Min(Vector.Abs(x), new Vector<float>(Far));

        // The square's rounding error would count in the exponential many times over.
        var square = size * size;
        var rest = Vector.FusedMultiplyAdd(size, size, -square);
        var bell = Vector.Exp(square * -0.5f);
        bell = bell - (bell * rest * 0.5f);

        var t = Vector<float>.One / (Vector<float>.One + (size * Pace));
        var tail = Series(new Lanes<float>(t)).Values * t * bell;
        var below = Vector.ConditionalSelect(
            Vector.LessThan(x, Vector<float>.Zero), tail, Vector<float>.One - tail);
        return (below, bell * (float)DensityAt0);
    }

    // As for a vector; but not every device multiplies and adds with one rounding, so that the square is made of one
    // that is exact and what remains.
    private static (float Below, float Density) Of(float x)
    {
        var size = float.Min(float.Abs(x), Far);
        var near = float.Truncate(size * 64) / 64;
        var remains = (size - near) * (size + near);
        var square = (near * near) + remains;
        var rest = ((near * near) - square) + remains;
        var bell = float.Exp(-0.5f * square);
        bell = bell - (bell * rest * 0.5f);

        var t = 1 / (1 + (size * Pace));
        var tail = Series(new OneNumber<float>(t)).Value * t * bell;
        return (x < 0 ? tail : 1 - tail, bell * (float)DensityAt0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TNumber Series<TNumber>(TNumber t)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var sum = TNumber.Of(-0.029163925);
        sum = (sum * t) + TNumber.Of(0.144060805);
        sum = (sum * t) + TNumber.Of(-0.25590187);
        sum = (sum * t) + TNumber.Of(0.15939295);
        sum = (sum * t) + TNumber.Of(-0.023263875);
        sum = (sum * t) + TNumber.Of(0.105574824);
        sum = (sum * t) + TNumber.Of(0.11981549);
        sum = (sum * t) + TNumber.Of(0.13986434);
        return (sum * t) + TNumber.Of(0.13962126);
    }

    // Whether a billionth is lost beside 1: devices cannot compare types.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSingle<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.One + T.CreateTruncating(1e-9) == T.One;
}
