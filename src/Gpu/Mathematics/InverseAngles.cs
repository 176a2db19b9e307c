namespace NotebookGrad.Backends.Gpu;

/// <summary>Arc sine, arc cosine and arc tangent. Errors up to 2 units in the last place.</summary>
internal static class InverseAngles
{
    private const double Pi = 3.141592653589793;
    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiRest = 6.123233995736766e-17;

    public static float Asin(float x) => (float)Asin((double)x);

    public static float Acos(float x) => (float)Acos((double)x);

    public static float Atan(float x) => (float)Atan((double)x);

    public static float Atan2(float y, float x) => (float)Atan2((double)y, (double)x);

    public static double Asin(double x)
    {
        var size = Math.Abs(x);
        if (double.IsNaN(x) || size > 1.0)
        {
            return double.NaN;
        }

        if (size <= 0.5)
        {
            return x + (x * OfSquare(x * x));
        }

        var (high, rest) = HalfArc(size);
        return Bits.CopySign((HalfPi - (2.0 * high)) - ((2.0 * rest) - HalfPiRest), x);
    }

    public static double Acos(double x)
    {
        var size = Math.Abs(x);
        if (double.IsNaN(x) || size > 1.0)
        {
            return double.NaN;
        }

        if (size <= 0.5)
        {
            return HalfPi - (x - (HalfPiRest - (x * OfSquare(x * x))));
        }

        var (high, rest) = HalfArc(size);
        return x > 0.0 ? 2.0 * (high + rest) : Pi - (2.0 * (high + (rest - HalfPiRest)));
    }

    public static double Atan(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var size = Math.Abs(x);
        var (start, startRest, slope) = size > 2.414213562373095 ? (HalfPi, HalfPiRest, -1.0 / size)
            : size > 0.41421356237309503 ? (0.5 * HalfPi, 0.5 * HalfPiRest, (size - 1.0) / (size + 1.0))
            : (0.0, 0.0, size);
        var square = slope * slope;
        var sum = 0.015071523260073041;
        sum = (sum * square) - 0.033352566522377634;
        sum = (sum * square) + 0.04498306784646278;
        sum = (sum * square) - 0.05217113345209514;
        sum = (sum * square) + 0.05876820977996438;
        sum = (sum * square) - 0.06666206225021593;
        sum = (sum * square) + 0.07692281366861176;
        sum = (sum * square) - 0.09090908082935126;
        sum = (sum * square) + 0.11111111086470489;
        sum = (sum * square) - 0.14285714285360634;
        sum = (sum * square) + 0.1999999999999745;
        sum = (sum * square) - 0.33333333333333326;
        return Bits.CopySign(start + (slope + ((slope * square * sum) + startRest)), x);
    }

    /// <summary>The angle of the point (x, y).</summary>
    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var (height, width) = (Math.Abs(y), Math.Abs(x));
        var isInfinite = height == double.PositiveInfinity && width == double.PositiveInfinity;
        var angle = height == 0.0 ? 0.0 : isInfinite ? 0.5 * HalfPi : Atan(height / width);
        return Bits.CopySign(Bits.IsNegative(x) ? Pi - (angle - (2.0 * HalfPiRest)) : angle, y);
    }

    // arcsin(√((1 − x)/2)) for x from ½ to 1, as a sum of which the first part has half of the digits.
    private static (double High, double Low) HalfArc(double x)
    {
        var square = 0.5 * (1.0 - x);
        var root = Math.Sqrt(square);
        var high = Bits.High(root);
        var low = square == 0.0 ? 0.0 : (square - (high * high)) / (root + high);
        return (high, low + (root * OfSquare(square)));
    }

    // arcsin(x)/x − 1 for |x| up to ½, of x².
    private static double OfSquare(double square)
    {
        var sum = 0.03270224265557284;
        sum = (sum * square) - 0.02111687178954589;
        sum = (sum * square) + 0.021790774236780903;
        sum = (sum * square) + 0.003672123491974338;
        sum = (sum * square) + 0.010789340410895324;
        sum = (sum * square) + 0.011397288978596024;
        sum = (sum * square) + 0.013981019126290715;
        sum = (sum * square) + 0.017351595441457042;
        sum = (sum * square) + 0.022372215909799754;
        sum = (sum * square) + 0.030381942675113315;
        sum = (sum * square) + 0.04464285717529031;
        sum = (sum * square) + 0.07499999999970093;
        sum = (sum * square) + 0.16666666666666763;
        return square * sum;
    }
}
