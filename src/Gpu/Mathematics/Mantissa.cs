using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>A finite number above 0 as mantissa·2ᵖᵒʷᵉʳ, the mantissa from √½ to √2.</summary>
internal static class Mantissa
{
    private const int RootOfHalfSingle = 0x3f3504f3;
    private const long RootOfHalf = 0x3fe6a09e667f3bcd;

    public static (float Mantissa, float Power) Of(float x)
    {
        var isSmall = x < Bits.LeastNormalSingle;
        var bits = (int)Interop.FloatAsInt(isSmall ? x * 8388608f : x);
        var power = (bits - RootOfHalfSingle) >> 23;
        return (Interop.IntAsFloat((uint)(bits - (power << 23))), (float)(isSmall ? power - 23 : power));
    }

    public static (double Mantissa, double Power) Of(double x)
    {
        var isSmall = x < Bits.LeastNormal;
        var bits = (long)Interop.FloatAsInt(isSmall ? x * 4503599627370496.0 : x);
        var power = (bits - RootOfHalf) >> 52;
        return (Interop.IntAsFloat((ulong)(bits - (power << 52))), (double)(isSmall ? power - 52 : power));
    }
}
