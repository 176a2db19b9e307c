namespace NotebookGrad.Operations;

/// <summary>
/// The error function, its complement and its inverse, to a few units in the last place. Rational approximations by
/// W. J. Cody, Rational Chebyshev Approximations for the Error Function, Mathematics of Computation 23 (1969).
/// </summary>
internal static class ErrorFunction
{
    private const double Small = 0.46875;
    private const double TwoOverRootPi = 1.1283791670955125739;

    /// <summary>2/√π times the integral of exp(−t²) from 0 to x.</summary>
    public static double Erf(double x)
    {
        var size = Math.Abs(x);
        return size <= Small ? Near0(x) : Math.CopySign(size > 6 ? 1 : 1 - Tail(size), x);
    }

    /// <summary>1 − erf(x), without the loss of digits.</summary>
    public static double Erfc(double x) => Math.Abs(x) <= Small ? 1 - Near0(x) : x > 0 ? Tail(x) : 2 - Tail(-x);

    /// <summary>The y with erf(y) = x: a guess by S. Winitzki (2008), then three steps of Halley's method.</summary>
    public static double Inverse(double x)
    {
        var size = Math.Abs(x);
        if (size < 1e-8 || !(size < 1))
        {
            return size < 1 ? x / TwoOverRootPi : size == 1 ? x / 0.0 : double.NaN;
        }

        var logarithm = Math.Log((1 - size) * (1 + size));
        var term = (2 / (Math.PI * 0.147)) + (logarithm / 2);
        var y = Math.Sqrt(Math.Sqrt((term * term) - (logarithm / 0.147)) - term);
        for (var step = 0; step < 3; step++)
        {
            var error = size < 0.5 ? Erf(y) - size : (1 - size) - Erfc(y);
            var newton = error / (TwoOverRootPi * Math.Exp(-y * y));
            y -= newton / (1 + (y * newton));
        }

        return Math.CopySign(y, x);
    }

    private static double Near0(double x)
    {
        var square = x * x;
        var top = 1.85777706184603153e-1;
        top = (top * square) + 3.16112374387056560;
        top = (top * square) + 1.13864154151050156e2;
        top = (top * square) + 3.77485237685302021e2;
        top = (top * square) + 3.20937758913846947e3;
        var bottom = 1.0;
        bottom = (bottom * square) + 2.36012909523441209e1;
        bottom = (bottom * square) + 2.44024637934444173e2;
        bottom = (bottom * square) + 1.28261652607737228e3;
        bottom = (bottom * square) + 2.84423683343917062e3;

        return x * top / bottom;
    }

    // erfc(x) from Small on.
    private static double Tail(double x)
    {
        if (x > 30)
        {
            return 0;
        }

        // exp(−x²) with the square in two parts, of which the first is exact.
        var rounded = Math.Truncate(x * 16) / 16;
        var rest = (x - rounded) * (x + rounded);
        return Math.Exp(-rounded * rounded) * (Math.Exp(-rest) * (x <= 4 ? UpTo4(x) : Beyond4(x)));
    }

    private static double UpTo4(double x)
    {
        var top = 2.15311535474403846e-8;
        top = (top * x) + 5.64188496988670089e-1;
        top = (top * x) + 8.88314979438837594;
        top = (top * x) + 6.61191906371416295e1;
        top = (top * x) + 2.98635138197400131e2;
        top = (top * x) + 8.81952221241769090e2;
        top = (top * x) + 1.71204761263407058e3;
        top = (top * x) + 2.05107837782607147e3;
        top = (top * x) + 1.23033935479799725e3;
        var bottom = 1.0;
        bottom = (bottom * x) + 1.57449261107098347e1;
        bottom = (bottom * x) + 1.17693950891312499e2;
        bottom = (bottom * x) + 5.37181101862009858e2;
        bottom = (bottom * x) + 1.62138957456669019e3;
        bottom = (bottom * x) + 3.29079923573345963e3;
        bottom = (bottom * x) + 4.36261909014324716e3;
        bottom = (bottom * x) + 3.43936767414372164e3;
        bottom = (bottom * x) + 1.23033935480374942e3;

        return top / bottom;
    }

    private static double Beyond4(double x)
    {
        var square = 1 / (x * x);
        var top = 1.63153871373020978e-2;
        top = (top * square) + 3.05326634961232344e-1;
        top = (top * square) + 3.60344899949804439e-1;
        top = (top * square) + 1.25781726111229246e-1;
        top = (top * square) + 1.60837851487422766e-2;
        top = (top * square) + 6.58749161529837803e-4;
        var bottom = 1.0;
        bottom = (bottom * square) + 2.56852019228982242;
        bottom = (bottom * square) + 1.87295284992346725;
        bottom = (bottom * square) + 5.27905102951428412e-1;
        bottom = (bottom * square) + 6.05183413124413191e-2;
        bottom = (bottom * square) + 2.33520497626869185e-3;

        return ((TwoOverRootPi / 2) - (square * top / bottom)) / x;
    }
}
