using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>What is left after whole multiples; exact.</summary>
internal static class Remainders
{
    public static float Modulus(float x, float y) => (float)Modulus((double)x, (double)y);

    public static double Modulus(double x, double y)
    {
        var (size, divisor) = (Math.Abs(x), Math.Abs(y));
        if (x - x != 0.0 || double.IsNaN(y) || y == 0.0)
        {
            return double.NaN;
        }

        if (size < divisor)
        {
            return x;
        }

        var (rest, power) = Whole(size);
        var (by, least) = Whole(divisor);
        rest %= by;
        while (power > least)
        {
            var step = power - least > 11 ? 11 : power - least;
            rest = (rest << step) % by;
            power -= step;
        }

        // A product with two powers of 2 that is exact even where the result has few digits.
        var half = least >> 1;
        return Bits.CopySign((double)(long)rest * Bits.PowerOfTwo(half) * Bits.PowerOfTwo(least - half), x);
    }

    // A finite number above 0 as whole·2ᵖᵒʷᵉʳ.
    private static (ulong Whole, int Power) Whole(double x)
    {
        var bits = Interop.FloatAsInt(x);
        var exponent = (int)(bits >> 52);
        var digits = bits & 0xfffffffffffffUL;
        return exponent == 0 ? (digits, -1074) : (digits | 0x10000000000000UL, exponent - 1075);
    }
}
