using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Benchmarks;

/// <summary>Multiply-adds that never leave the registers, at the widest that the processor has.</summary>
internal static class PeakArithmetic
{
    private const int Steps = 100_000;
    private const int Sums = 8;

    private static float sink;

    /// <summary>The float32 operations of one run; a multiply-add is two.</summary>
    public static double Operations => 2.0 * Steps * Sums * Lanes;

    private static int Lanes =>
        Vector512.IsHardwareAccelerated ? Vector512<float>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<float>.Count
        : Vector128<float>.Count;

    /// <summary>Does them.</summary>
    public static void Run() => sink =
        Vector512.IsHardwareAccelerated ? Vector512.Sum(Loop<Vector512<float>, Width512>(Vector512.Create(0.5f)))
        : Vector256.IsHardwareAccelerated ? Vector256.Sum(Loop<Vector256<float>, Width256>(Vector256.Create(0.5f)))
        : Vector128.Sum(Loop<Vector128<float>, Width128>(Vector128.Create(0.5f)));

    // Eight sums hide the latency of two units. A first, slow version of the code would be part of what is measured.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector Loop<TVector, TWidth>(TVector x)
        where TVector : struct
        where TWidth : struct, IMultiplyAdd<TVector>
    {
        TVector a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x;
        for (var step = 0; step < Steps; step++)
        {
            a = TWidth.MultiplyAdd(a, x, x);
            b = TWidth.MultiplyAdd(b, x, x);
            c = TWidth.MultiplyAdd(c, x, x);
            d = TWidth.MultiplyAdd(d, x, x);
            e = TWidth.MultiplyAdd(e, x, x);
            f = TWidth.MultiplyAdd(f, x, x);
            g = TWidth.MultiplyAdd(g, x, x);
            h = TWidth.MultiplyAdd(h, x, x);
        }

        // The result depends on all of them, so that none is optimized away.
        return TWidth.MultiplyAdd(
            a, b, TWidth.MultiplyAdd(c, d, TWidth.MultiplyAdd(e, f, TWidth.MultiplyAdd(g, h, x))));
    }

    private interface IMultiplyAdd<TVector>
    {
        static abstract TVector MultiplyAdd(TVector a, TVector b, TVector addend);
    }

    private readonly struct Width512 : IMultiplyAdd<Vector512<float>>
    {
        public static Vector512<float> MultiplyAdd(
            Vector512<float> a, Vector512<float> b, Vector512<float> addend) =>
            Vector512.MultiplyAddEstimate(a, b, addend);
    }

    private readonly struct Width256 : IMultiplyAdd<Vector256<float>>
    {
        public static Vector256<float> MultiplyAdd(
            Vector256<float> a, Vector256<float> b, Vector256<float> addend) =>
            Vector256.MultiplyAddEstimate(a, b, addend);
    }

    private readonly struct Width128 : IMultiplyAdd<Vector128<float>>
    {
        public static Vector128<float> MultiplyAdd(
            Vector128<float> a, Vector128<float> b, Vector128<float> addend) =>
            Vector128.MultiplyAddEstimate(a, b, addend);
    }
}
