using System.Runtime.CompilerServices;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// An angle less quarter turns, at most an eighth of a turn left: the quarters, and what is left as a sum of two
/// numbers. Up to a million by subtracting π/2 in parts (W. J. Cody and W. Waite, Software Manual for the Elementary
/// Functions, 1980), beyond by the digits of 2/π that matter (M. Payne and R. Hanek, Radian Reduction for Trigonometric
/// Functions, 1983).
/// </summary>
internal readonly struct ReducedAngle(int quarters, double angle, double rest)
{
    // π/2 in parts of 33 digits, whose products with whole numbers up to 2²⁰ are exact.
    private const double First = 1.5707963267341256;
    private const double Second = 6.077100506303966e-11;
    private const double Third = 2.0222662487111665e-21;
    private const double Fourth = 8.4784276603689e-32;

    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiHigh = 1.5707963109016418;
    private const double HalfPiLow = 1.5893254773528196e-08;

    public int Quarters { get; } = quarters;

    public double Angle { get; } = angle;

    public double Rest { get; } = rest;

    /// <summary>Of a finite number from 0.</summary>
    public static ReducedAngle Of(double x)
    {
        if (x > 1e6)
        {
            return OfLarge(x);
        }

        var count = Math.Floor((x * 0.6366197723675814) + 0.5);
        var (difference, rest) = Less(x - (count * First), count * Second);
        var (angle, furtherRest) = Less(difference, count * Third);
        var tail = (rest + furtherRest) - (count * Fourth);
        var sum = angle + tail;
        return new((int)count, sum, (angle - sum) + tail);
    }

    // a − b and its rounding error, b a product known to be exact.
    private static (double Difference, double Rounding) Less(double a, double b)
    {
        var difference = a - b;
        var part = a - difference;
        return (difference, (part - b) + (a - (difference + part)));
    }

    // Apart, as it is long and seldom wanted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReducedAngle OfLarge(double x)
    {
        // x = whole·2^(exponent), and whole·2^(exponent)·2/π modulo 4 needs the digits from exponent − 2 on only.
        var bits = Interop.FloatAsInt(x);
        var whole = (bits & 0xfffffffffffffUL) | 0x10000000000000UL;
        var start = (int)(bits >> 52) - 1075 - 2;
        var second = TwoOverPi.Digits(start + 64);
        var middle = whole * second;
        var lower = middle + Bits.HighProduct(whole, TwoOverPi.Digits(start + 128));
        var upper = (whole * TwoOverPi.Digits(start)) + Bits.HighProduct(whole, second) + (lower < middle ? 1UL : 0UL);
        var quarters = (int)((upper + (1UL << 61)) >> 62);

        // What is behind the point, from −½ to ½, in 32 digits each.
        var fraction = (upper << 2) | (lower >> 62);
        var (first, next) = ((double)((long)fraction >> 32), (double)(uint)fraction);
        var (third, fourth) = ((double)(uint)(lower >> 30), (double)(uint)(lower << 2));
        const double place = 2.3283064365386963e-10;
        var high = (first + (next * place)) * place;
        var low = ((first - (high / place)) + (next * place)) + ((third + (fourth * place)) * place * place);
        low *= place;
        var sum = high + low;
        low = (high - sum) + low;

        var sumHigh = Bits.High(sum);
        var product = sumHigh * HalfPiHigh;
        var tail = (sumHigh * HalfPiLow) + (((sum - sumHigh) + low) * HalfPi);
        var angle = product + tail;
        return new(quarters, angle, (product - angle) + tail);
    }
}
