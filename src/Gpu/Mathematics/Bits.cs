using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Numbers seen as their bits.</summary>
internal static class Bits
{
    public const float LeastNormalSingle = 1.17549435e-38f;
    public const double LeastNormal = 2.2250738585072014e-308;

    /// <summary>The highest of a float32's digits, which NaN that come of computing have.</summary>
    public const uint Quiet = 1U << 22;

    private const ulong Sign = 1UL << 63;
    private const ulong HighHalf = ~((1UL << 27) - 1);

    /// <summary>
    /// The number without the lower half of its digits: it has 26, so that a product of two such is exact. Then it does
    /// not matter whether a compiler fuses the product with a sum.
    /// </summary>
    public static double High(double x) => Interop.IntAsFloat(Interop.FloatAsInt(x) & HighHalf);

    /// <summary>The upper 64 digits of a product of whole numbers, which has 128.</summary>
    public static ulong HighProduct(ulong a, ulong b)
    {
        var (aHigh, aLow, bHigh, bLow) = (a >> 32, a & 0xffffffffUL, b >> 32, b & 0xffffffffUL);
        var middle = (aHigh * bLow) + ((aLow * bLow) >> 32);
        var other = (aLow * bHigh) + (middle & 0xffffffffUL);
        return (aHigh * bHigh) + (middle >> 32) + (other >> 32);
    }

    /// <summary>Whether a float32 of these bits is no NaN.</summary>
    public static bool IsNumber(uint bits) => (bits & 0x7fffffffU) <= 0x7f800000U;

    /// <summary>Whether the sign is minus; −0 and NaN have one, too.</summary>
    public static bool IsNegative(float x) => Interop.FloatAsInt(x) >> 31 != 0;

    /// <summary>Whether the sign is minus; −0 and NaN have one, too.</summary>
    public static bool IsNegative(double x) => (Interop.FloatAsInt(x) & Sign) != 0;

    /// <summary>The first number with the sign of the second.</summary>
    public static float CopySign(float x, float sign) =>
        Interop.IntAsFloat((Interop.FloatAsInt(x) & 0x7fffffffU) | (Interop.FloatAsInt(sign) & 0x80000000U));

    /// <summary>The first number with the sign of the second.</summary>
    public static double CopySign(double x, double sign) =>
        Interop.IntAsFloat((Interop.FloatAsInt(x) & ~Sign) | (Interop.FloatAsInt(sign) & Sign));

    /// <summary>x·2ⁿ, rounded once where |x| is near 1, for n from −250 to 254.</summary>
    public static float Scale(float x, int n)
    {
        var half = n >> 1;
        return x * PowerOfTwoSingle(half) * PowerOfTwoSingle(n - half);
    }

    /// <summary>x·2ⁿ, rounded once where |x| is near 1, for n from −2000 to 2046.</summary>
    public static double Scale(double x, int n)
    {
        var half = n >> 1;
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>2ⁿ for n from −1022 to 1023.</summary>
    public static double PowerOfTwo(int n) => Interop.IntAsFloat((ulong)(n + 1023) << 52);

    private static float PowerOfTwoSingle(int n) => Interop.IntAsFloat((uint)(n + 127) << 23);
}
