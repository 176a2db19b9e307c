namespace NotebookGrad.Sampling;

/// <summary>What 64 random bits become; the same arithmetic on every device.</summary>
internal static class Variates
{
    /// <summary>A number in [0, 1): the upper 53 bits.</summary>
    public static double Fraction(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [0, 1): the upper 24 bits, which no rounding makes 1.</summary>
    public static float FractionSingle(ulong bits) => (bits >> 40) * (1f / (1 << 24));

    /// <summary>
    /// Two normal numbers of mean 0 and deviation 1, by Box and Muller's transformation (1958). In float64 for float32,
    /// too, so that what functions of a device differ in is at most the last bit.
    /// </summary>
    public static (double First, double Second) Normals(ulong first, ulong second)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Fraction(first)));
        var (sine, cosine) = Math.SinCos(Math.Tau * Fraction(second));
        return (radius * cosine, radius * sine);
    }

    /// <summary>A whole number of a range, all equally likely to within 2⁻⁶⁴ of it.</summary>
    public static long Whole(ulong bits, long low, ulong range) => low + (long)Math.BigMul(bits, range, out _);
}
