using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Powers and lengths. Errors up to 1 unit in the last place.</summary>
internal static class Powers
{
    private const double Log2 = 0.6931471805599453;

    public static float Pow(float x, float y) => (float)Pow((double)x, (double)y);

    // Functions that use powers several times would be long in compiling.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0)
        {
            return 1.0;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var size = Math.Abs(x);
        var isWhole = Math.Floor(y) == y;
        var isOdd = isWhole && Math.Floor(0.5 * y) != 0.5 * y;
        if (size == 0.0 || size == double.PositiveInfinity || Math.Abs(y) == double.PositiveInfinity)
        {
            return AtEdge(size, y, isOdd && Bits.IsNegative(x));
        }

        if (x < 0.0 && !isWhole)
        {
            return double.NaN;
        }

        var power = OfPositive(size, y);
        return isOdd && x < 0.0 ? -power : power;
    }

    public static float Hypot(float x, float y) =>
        MathF.Abs(x) == float.PositiveInfinity || MathF.Abs(y) == float.PositiveInfinity
            ? float.PositiveInfinity
            : (float)Math.Sqrt(((double)x * x) + ((double)y * y));

    public static double Hypot(double x, double y)
    {
        var (width, height) = (Math.Abs(x), Math.Abs(y));
        if (width == double.PositiveInfinity || height == double.PositiveInfinity)
        {
            return double.PositiveInfinity;
        }

        // Squares that would overflow or lose digits are of smaller or larger numbers.
        var greater = width > height ? width : height;
        var scale = greater > 1e150 ? -600 : greater < 1e-140 ? 600 : 0;
        var (a, b) = (width * Bits.PowerOfTwo(scale), height * Bits.PowerOfTwo(scale));
        return Math.Sqrt((a * a) + (b * b)) * Bits.PowerOfTwo(-scale);
    }

    // 0, ∞, or a power of ∞.
    private static double AtEdge(double size, double y, bool isNegative)
    {
        var isLarge = size > 1.0 == y > 0.0;
        var power = size == 1.0 ? 1.0 : isLarge ? double.PositiveInfinity : 0.0;
        return isNegative ? -power : power;
    }

    // 2 to y·log₂(x), of which the whole part and the rest are taken apart before they are rounded.
    private static double OfPositive(double x, double y)
    {
        const double far = 1e20;
        var exponent = y > far ? far : y < -far ? -far : y;
        var logarithm = BinaryLogarithm.Of(x);
        var exponentHigh = Bits.High(exponent);
        var product = exponentHigh * logarithm.High;
        var rest = (exponentHigh * logarithm.Low) + ((exponent - exponentHigh) * (logarithm.High + logarithm.Low));
        if (product > 1100.0 || product < -1100.0)
        {
            return product > 0.0 ? double.PositiveInfinity : 0.0;
        }

        var whole = Math.Floor(product + rest + 0.5);
        return Bits.Scale(Exponentials.Exp2((product - whole) + rest), (int)whole);
    }
}
