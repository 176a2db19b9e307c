namespace NotebookGrad.Backends.Gpu;

/// <summary>Sine, cosine and tangent of arguments of any size. Errors up to 2 units in the last place.</summary>
internal static class Angles
{
    private const double Pi = 3.141592653589793;
    private const double PiHigh = 3.1415926218032837;
    private const double PiLow = 3.178650954705639e-08;

    public static float Sin(float x)
    {
        if (x - x != 0f)
        {
            return float.NaN;
        }

        var reduced = ReducedAngleSingle.Of(MathF.Abs(x));
        var size = AtQuarter(reduced.Quarters, reduced.Angle);
        return x < 0f ? -size : x > 0f ? size : x;
    }

    public static float Cos(float x)
    {
        if (x - x != 0f)
        {
            return float.NaN;
        }

        var reduced = ReducedAngleSingle.Of(MathF.Abs(x));
        return AtQuarter(reduced.Quarters + 1, reduced.Angle);
    }

    public static float Tan(float x) => (float)Tan((double)x);

    public static double Sin(double x)
    {
        if (x - x != 0.0)
        {
            return double.NaN;
        }

        var size = AtQuarter(ReducedAngle.Of(Math.Abs(x)), 0);
        return x < 0.0 ? -size : x > 0.0 ? size : x;
    }

    public static double Cos(double x) => x - x != 0.0 ? double.NaN : AtQuarter(ReducedAngle.Of(Math.Abs(x)), 1);

    public static double Tan(double x)
    {
        if (x - x != 0.0)
        {
            return double.NaN;
        }

        var reduced = ReducedAngle.Of(Math.Abs(x));
        var size = AtQuarter(reduced, 0) / AtQuarter(reduced, 1);
        return x < 0.0 ? -size : x > 0.0 ? size : x;
    }

    /// <summary>The sine and the cosine.</summary>
    public static (double Sin, double Cos) SinCos(double x) => (Sin(x), Cos(x));

    /// <summary>sin(πx).</summary>
    public static double SinPi(double x) =>
        x - x != 0.0 ? double.NaN : Bits.CopySign(1.0, x) * AtQuarter(OfHalfTurns(Math.Abs(x)), 0);

    /// <summary>tan(πx).</summary>
    public static double TanPi(double x)
    {
        if (x - x != 0.0)
        {
            return double.NaN;
        }

        var reduced = OfHalfTurns(Math.Abs(x));
        return Bits.CopySign(1.0, x) * (AtQuarter(reduced, 0) / AtQuarter(reduced, 1));
    }

    // The angle πx of a finite number from 0.
    private static ReducedAngle OfHalfTurns(double x)
    {
        var turned = x - (2.0 * Math.Floor(0.5 * x));
        var count = Math.Floor((2.0 * turned) + 0.5);
        var rest = turned - (0.5 * count);
        var restHigh = Bits.High(rest);
        var product = restHigh * PiHigh;
        var tail = (restHigh * PiLow) + ((rest - restHigh) * Pi);
        var angle = product + tail;
        return new((int)count, angle, (product - angle) + tail);
    }

    // The sine of an angle and so many quarter turns more; 0 has no sign.
    private static double AtQuarter(ReducedAngle reduced, int more)
    {
        var quarters = reduced.Quarters + more;
        var (angle, rest) = (reduced.Angle, reduced.Rest);
        var size = (quarters & 1) == 0 ? NearSin(angle, rest) : NearCos(angle, rest);
        return (quarters & 2) == 0 || size == 0.0 ? size : -size;
    }

    private static float AtQuarter(int quarters, float angle)
    {
        var size = (quarters & 1) == 0 ? NearSin(angle) : NearCos(angle);
        return (quarters & 2) == 0 ? size : -size;
    }

    private static float NearSin(float x)
    {
        var square = x * x;
        var sum = -0.00019514085f;
        sum = (sum * square) + 0.008332155f;
        sum = (sum * square) - 0.16666655f;
        return x + (x * square * sum);
    }

    private static float NearCos(float x)
    {
        var square = x * x;
        var sum = 2.4434847e-05f;
        sum = (sum * square) - 0.0013887337f;
        sum = (sum * square) + 0.041666646f;
        return 1f - ((0.5f * square) - (square * square * sum));
    }

    private static double NearSin(double x, double rest)
    {
        var square = x * x;
        var sum = 1.5895213979434718e-10;
        sum = (sum * square) - 2.5050731618668617e-08;
        sum = (sum * square) + 2.755731352816208e-06;
        sum = (sum * square) - 0.00019841269829353023;
        sum = (sum * square) + 0.00833333333332187;
        sum = (sum * square) - 0.1666666666666663;
        return x + ((x * square * sum) + (rest * (1.0 - (0.5 * square))));
    }

    private static double NearCos(double x, double rest)
    {
        var square = x * x;
        var sum = -1.1358564118498267e-11;
        sum = (sum * square) + 2.0875702978104882e-09;
        sum = (sum * square) - 2.755731420806162e-07;
        sum = (sum * square) + 2.4801587289001693e-05;
        sum = (sum * square) - 0.0013888888888873387;
        sum = (sum * square) + 0.041666666666666595;
        var half = 0.5 * square;
        var first = 1.0 - half;
        return first + (((1.0 - first) - half) + ((square * square * sum) - (x * rest)));
    }
}
