namespace NotebookGrad.Backends.Gpu;

/// <summary>Hyperbolic functions and their inverses. Errors up to 2 units in the last place.</summary>
internal static class Hyperbolics
{
    private const double Log2 = 0.6931471805599453;

    public static float Sinh(float x) => (float)Sinh((double)x);

    public static float Cosh(float x) => (float)Cosh((double)x);

    public static float Asinh(float x) => (float)Asinh((double)x);

    public static float Acosh(float x) => (float)Acosh((double)x);

    public static float Atanh(float x) => (float)Atanh((double)x);

    public static float Tanh(float x)
    {
        var size = MathF.Abs(x);
        var square = x * x;
        var sum = -0.0056607756f;
        sum = (sum * square) + 0.020601995f;
        sum = (sum * square) - 0.053729225f;
        sum = (sum * square) + 0.13331328f;
        sum = (sum * square) - 0.33333278f;
        var near = size + (size * square * sum);
        var far = 1f - (2f / (Exponentials.Exp(2f * size) + 1f));
        return Bits.CopySign(size > 0.625f ? far : near, x);
    }

    public static double Tanh(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var size = Math.Abs(x);
        var result = size > 0.55 ? 1.0 - (2.0 / (Exponentials.Exp(2.0 * size) + 1.0)) : TanhNear0(size);
        return Bits.CopySign(result, x);
    }

    public static double Sinh(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var size = Math.Abs(x);
        if (size > 700.0)
        {
            var root = Exponentials.Exp(0.5 * size);
            return Bits.CopySign(0.5 * root * root, x);
        }

        var power = Exponentials.Exp(size);
        return size > 1.0 ? Bits.CopySign((0.5 * power) - (0.5 / power), x) : SinhNear0(x);
    }

    public static double Cosh(double x)
    {
        var size = Math.Abs(x);
        if (!double.IsNaN(x) && size > 700.0)
        {
            var root = Exponentials.Exp(0.5 * size);
            return 0.5 * root * root;
        }

        var power = Exponentials.Exp(size);
        return (0.5 * power) + (0.5 / power);
    }

    public static double Asinh(double x)
    {
        if (x - x != 0.0)
        {
            return x;
        }

        var size = Math.Abs(x);
        if (size > 1e9)
        {
            return Bits.CopySign(Logarithms.Log(size) + Log2, x);
        }

        var square = size * size;
        return Bits.CopySign(Logarithms.LogP1(size + (square / (1.0 + Math.Sqrt(1.0 + square)))), x);
    }

    public static double Acosh(double x)
    {
        if (double.IsNaN(x) || x < 1.0)
        {
            return double.NaN;
        }

        if (x > 1e9)
        {
            return Logarithms.Log(x) + Log2;
        }

        var beyond = x - 1.0;
        return Logarithms.LogP1(beyond + Math.Sqrt((2.0 * beyond) + (beyond * beyond)));
    }

    public static double Atanh(double x)
    {
        var twice = 2.0 * Math.Abs(x);
        return double.IsNaN(x) ? x : Bits.CopySign(0.5 * Logarithms.LogP1(twice / (1.0 - (0.5 * twice))), x);
    }

    private static double TanhNear0(double x)
    {
        var square = x * x;
        var sum = 7.32643926923814e-06;
        sum = (sum * square) - 3.2752680155721926e-05;
        sum = (sum * square) + 9.380512690294777e-05;
        sum = (sum * square) - 0.00023814355510352037;
        sum = (sum * square) + 0.0005898136409925534;
        sum = (sum * square) - 0.0014558023400285947;
        sum = (sum * square) + 0.0035921247421144935;
        sum = (sum * square) - 0.008863235303326443;
        sum = (sum * square) + 0.021869488526212975;
        sum = (sum * square) - 0.05396825396799794;
        sum = (sum * square) + 0.13333333333333003;
        sum = (sum * square) - 0.3333333333333333;
        return x + (x * square * sum);
    }

    private static double SinhNear0(double x)
    {
        var square = x * x;
        var sum = 7.759424952163987e-13;
        sum = (sum * square) + 1.6057236722948185e-10;
        sum = (sum * square) + 2.5052123443683317e-08;
        sum = (sum * square) + 2.7557319155061975e-06;
        sum = (sum * square) + 0.00019841269841438521;
        sum = (sum * square) + 0.008333333333333137;
        sum = (sum * square) + 0.16666666666666669;
        return x + (x * square * sum);
    }
}
