using System.Runtime.CompilerServices;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>As <see cref="ReducedAngle"/>, in the arithmetic of float32 and whole numbers.</summary>
internal readonly struct ReducedAngleSingle(int quarters, float angle)
{
    // π/2 in parts of 10 digits, whose products with whole numbers up to 2¹⁴ are exact.
    private const float First = 1.5703125f;
    private const float Second = 0.00048351287841796875f;
    private const float Third = 3.1385570764541626e-07f;
    private const float Fourth = 6.070877134334296e-11f;
    private const float Fifth = 6.22337197e-14f;

    // π/2·2⁶³.
    private const ulong HalfPi = 0xc90fdaa22168c235;

    public int Quarters { get; } = quarters;

    public float Angle { get; } = angle;

    /// <summary>Of a finite number from 0.</summary>
    public static ReducedAngleSingle Of(float x)
    {
        if (x > 25000f)
        {
            return OfLarge(x);
        }

        var count = MathF.Floor((x * 0.63661977f) + 0.5f);
        var exact = x - (count * First) - (count * Second);
        var near = exact - (count * Third);
        var nearer = near - (count * Fourth);
        var rounding = ((exact - near) - (count * Third)) + ((near - nearer) - (count * Fourth));
        return new((int)count, nearer + (rounding - (count * Fifth)));
    }

    // Apart, as it is long and seldom wanted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReducedAngleSingle OfLarge(float x)
    {
        var bits = Interop.FloatAsInt(x);
        var whole = (ulong)((bits & 0x7fffffU) | 0x800000U);
        var start = (int)(bits >> 23) - 150 - 2;
        var turn = (whole * TwoOverPi.Digits(start)) + ((whole * (TwoOverPi.Digits(start + 64) >> 32)) >> 32);
        var quarters = (int)((turn + (1UL << 61)) >> 62);

        // What is behind the point, from −½ to ½, times π/2, in units of 2⁻⁶³.
        var fraction = (long)(turn << 2);
        var size = (float)(long)Bits.HighProduct((ulong)(fraction < 0 ? -fraction : fraction), HalfPi) * 1.0842022e-19f;
        return new(quarters, fraction < 0 ? -size : size);
    }
}
