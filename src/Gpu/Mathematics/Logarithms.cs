namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Logarithms: that of a power of 2 plus that of a mantissa near 1, by a polynomial. Errors up to 1 unit in the last
/// place.
/// </summary>
internal static class Logarithms
{
    private const float Log2HighSingle = 0.693115234375f;
    private const float Log2LowSingle = 3.1946184e-5f;
    private const double Log2High = 0.6931471803691238;
    private const double Log2Low = 1.9082149292705877e-10;

    // The logarithm of 2 to base 10.
    private const double Log10Of2 = 0.3010299956639812;
    private const double Log10Of2High = 0.3010299950838089;
    private const double Log10Of2Low = 5.801722962879576e-10;

    public static float Log(float x)
    {
        if (float.IsNaN(x) || x <= 0f || x == float.PositiveInfinity)
        {
            return AtEdge(x);
        }

        var (mantissa, power) = Mantissa.Of(x);
        var rest = mantissa - 1f;
        var sum = 0.069155715f;
        sum = (sum * rest) - 0.117902786f;
        sum = (sum * rest) + 0.11873123f;
        sum = (sum * rest) - 0.12384282f;
        sum = (sum * rest) + 0.14218633f;
        sum = (sum * rest) - 0.16669254f;
        sum = (sum * rest) + 0.20002228f;
        sum = (sum * rest) - 0.24999987f;
        sum = (sum * rest) + 0.3333331f;
        sum = (sum * rest) - 0.5f;
        return (power * Log2HighSingle) + (rest + ((rest * rest * sum) + (power * Log2LowSingle)));
    }

    public static double Log(double x)
    {
        if (double.IsNaN(x) || x <= 0.0 || x == double.PositiveInfinity)
        {
            return AtEdge(x);
        }

        var (mantissa, power) = Mantissa.Of(x);
        return Sum(power, mantissa - 1.0, 0.0);
    }

    /// <summary>log(1 + x).</summary>
    public static double LogP1(double x)
    {
        if (double.IsNaN(x) || x <= -1.0 || x == double.PositiveInfinity)
        {
            return AtEdge(x + 1.0);
        }

        if (x > -0.29 && x < 0.41)
        {
            return x > -1e-17 && x < 1e-17 ? x : Sum(0.0, x, 0.0);
        }

        var sum = 1.0 + x;
        var rounding = x > 1.0 ? 1.0 - (sum - x) : x - (sum - 1.0);
        var (mantissa, power) = Mantissa.Of(sum);
        return Sum(power, mantissa - 1.0, rounding / sum);
    }

    public static float Log2(float x) => (float)Log2((double)x);

    public static double Log2(double x)
    {
        if (double.IsNaN(x) || x <= 0.0 || x == double.PositiveInfinity)
        {
            return AtEdge(x);
        }

        var logarithm = BinaryLogarithm.Of(x);
        return logarithm.High + logarithm.Low;
    }

    public static float Log10(float x) => (float)Log10((double)x);

    public static double Log10(double x)
    {
        if (double.IsNaN(x) || x <= 0.0 || x == double.PositiveInfinity)
        {
            return AtEdge(x);
        }

        var logarithm = BinaryLogarithm.Of(x);
        return (logarithm.High * Log10Of2High) + ((logarithm.High * Log10Of2Low) + (logarithm.Low * Log10Of2));
    }

    // power·log 2 + log(1 + rest) + extra: with s = rest/(2 + rest), log(1 + rest) = 2s + 2/3·s³ + 2/5·s⁵ + …
    private static double Sum(double power, double rest, double extra)
    {
        var s = rest / (2.0 + rest);
        var square = s * s;
        var sum = 0.14797765391262183;
        sum = (sum * square) + 0.15313878882237156;
        sum = (sum * square) + 0.1818357063527038;
        sum = (sum * square) + 0.22222198459911313;
        sum = (sum * square) + 0.28571428743407246;
        sum = (sum * square) + 0.399999999994105;
        sum = (sum * square) + 0.6666666666666735;
        var half = 0.5 * rest * rest;
        var tail = (s * (half + (square * sum))) + ((power * Log2Low) + extra);
        return (power * Log2High) - ((half - tail) - rest);
    }

    // NaN, ∞ and what is not above 0.
    private static float AtEdge(float x) =>
        x == float.PositiveInfinity ? x : x == 0f ? float.NegativeInfinity : float.NaN;

    private static double AtEdge(double x) =>
        x == double.PositiveInfinity ? x : x == 0.0 ? double.NegativeInfinity : double.NaN;
}
