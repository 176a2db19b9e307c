namespace NotebookGrad.Operations;

/// <summary>
/// The logarithm of the gamma function and its derivatives. Numbered equations are those of the NIST Digital Library of
/// Mathematical Functions, dlmf.nist.gov.
/// </summary>
internal static class GammaFunction
{
    // From here on asymptotic series are exact to the last place.
    private const double Large = 10;

    // The zero of digamma, as a sum of two.
    private const double DigammaRoot = 1.46163214496836225;
    private const double DigammaRootRest = 9.54999542996569772e-17;

    /// <summary>log |Γ(x)|; ∞ at 0, −1, −2, ….</summary>
    public static double LogGamma(double x)
    {
        if (x <= 0 && x == Math.Floor(x))
        {
            return double.PositiveInfinity;
        }

        if (x <= -0.5)
        {
            // Reflection, 5.5.3.
            return Math.Log(Math.PI / Math.Abs(x * double.SinPi(x))) - LogGammaFromHalf(-x);
        }

        return x < 0.5 ? LogGammaFromHalf(1 + x) - Math.Log(Math.Abs(x)) : LogGammaFromHalf(x);
    }

    /// <summary>The derivative of log Γ; infinite at 0, NaN at −1, −2, ….</summary>
    public static double Digamma(double x)
    {
        if (x == 0)
        {
            return Math.CopySign(double.PositiveInfinity, -x);
        }

        if (x < 0)
        {
            // Reflection, 5.5.4.
            return x == Math.Floor(x) ? double.NaN : DigammaAbove0(1 - x) - (Math.PI / double.TanPi(x));
        }

        return DigammaAbove0(x);
    }

    /// <summary>The derivative of digamma of an order from 1; infinite at 0, −1, −2, ….</summary>
    public static double Polygamma(int order, double x)
    {
        // 25.11.12.
        var factorial = order % 2 == 1 ? 1.0 : -1.0;
        for (var factor = 2; factor <= order; factor++)
        {
            factorial *= factor;
        }

        return factorial * HurwitzZeta(order + 1, x);
    }

    /// <summary>The sum of (x + k)⁻ˢ over k from 0, s a whole number from 2; ∞ at 0, −1, −2, ….</summary>
    private static double HurwitzZeta(int s, double x)
    {
        if (x <= 0 && x == Math.Floor(x))
        {
            return double.PositiveInfinity;
        }

        if (x < 0)
        {
            // Terms on both sides of 0, each side a sum of its own.
            var mirrored = SumAbove0(s, Math.Ceiling(x) - x) - SumAbove0(s, 1 - x);
            return SumAbove0(s, x - Math.Floor(x)) + (s % 2 == 0 ? mirrored : -mirrored);
        }

        return SumAbove0(s, x);
    }

    // The sum of (x + k)⁻ˢ for x above 0.
    private static double SumAbove0(int s, double x)
    {
        var sum = 0.0;
        for (; x < Large + s; x++)
        {
            sum += Math.Pow(x, -s);
        }

        // Euler and Maclaurin's formula for the rest, 25.11.5 with its remainder expanded: coefficients B₂ₖ/(2k)!.
        var power = Math.Pow(x, -s);
        var square = x * x;
        var tail = -2.17486869855806187e-16;
        tail = (tail * Pairs(s + 18) / square) + 8.58606205627784456e-15;
        tail = (tail * Pairs(s + 16) / square) - 3.38968029632258287e-13;
        tail = (tail * Pairs(s + 14) / square) + 1.33825365306846788e-11;
        tail = (tail * Pairs(s + 12) / square) - 5.28419013868749318e-10;
        tail = (tail * Pairs(s + 10) / square) + 2.0876756987868099e-8;
        tail = (tail * Pairs(s + 8) / square) - 8.2671957671957672e-7;
        tail = (tail * Pairs(s + 6) / square) + 0.0000330687830687830688;
        tail = (tail * Pairs(s + 4) / square) - 0.00138888888888888889;
        tail = (tail * Pairs(s + 2) / square) + 0.0833333333333333333;
        return sum + ((Math.Pow(x, 1 - s) / (s - 1)) + (power / 2)) + (power * s / x * tail);
    }

    private static double Pairs(double n) => n * (n - 1);

    // log Γ(x) for x from 1/2.
    private static double LogGammaFromHalf(double x)
    {
        if (x >= Large)
        {
            return Stirling(x);
        }

        if (x < 1.5)
        {
            return LogGammaFrom2(x - 1) - Math.Log(x);
        }

        var product = 1.0;
        while (x > 2.5)
        {
            x--;
            product *= x;
        }

        return LogGammaFrom2(x - 2) + Math.Log(product);
    }

    // 5.11.1.
    private static double Stirling(double x)
    {
        var square = 1 / (x * x);
        var tail = 0.17964437236883057316;
        tail = (tail * square) - 0.02955065359477124183;
        tail = (tail * square) + 0.0064102564102564102564;
        tail = (tail * square) - 0.0019175269175269175269;
        tail = (tail * square) + 0.00084175084175084175084;
        tail = (tail * square) - 0.0005952380952380952381;
        tail = (tail * square) + 0.00079365079365079365079;
        tail = (tail * square) - 0.0027777777777777777778;
        tail = (tail * square) + 0.083333333333333333333;

        return ((x - 0.5) * (Math.Log(x) - 1)) + (0.41893853320467274178 + (tail / x));
    }

    // log Γ(2 + z) for |z| up to 1/2: 5.7.3 at 1 + z, with log(1 + z) added.
    private static double LogGammaFrom2(double z)
    {
        var tail = 1.3304764374244489481e-10;
        tail = (tail * z) - 2.7595228851242331452e-10;
        tail = (tail * z) + 5.7313672416788620133e-10;
        tail = (tail * z) - 1.1921401405860912074e-9;
        tail = (tail * z) + 2.4836745438024783172e-9;
        tail = (tail * z) - 5.1834750419700466551e-9;
        tail = (tail * z) + 1.0838659214896954091e-8;
        tail = (tail * z) - 2.271109460894316491e-8;
        tail = (tail * z) + 4.7698101693639805658e-8;
        tail = (tail * z) - 1.0043224823968099609e-7;
        tail = (tail * z) + 2.1207184805554665869e-7;
        tail = (tail * z) - 4.4924691987645660433e-7;
        tail = (tail * z) + 9.5514121304074198329e-7;
        tail = (tail * z) - 2.0392157538013662368e-6;
        tail = (tail * z) + 4.3748667899074878042e-6;
        tail = (tail * z) - 9.439488275268395904e-6;
        tail = (tail * z) + 0.000020507212775670691553;
        tail = (tail * z) - 0.0000449262367381331417;
        tail = (tail * z) + 0.000099457512781808533715;
        tail = (tail * z) - 0.00022315475845357937976;
        tail = (tail * z) + 0.00050966952474304242234;
        tail = (tail * z) - 0.0011927539117032609771;
        tail = (tail * z) + 0.0028905103307415232858;
        tail = (tail * z) - 0.0073855510286739852663;
        tail = (tail * z) + 0.020580808427784547879;
        tail = (tail * z) - 0.067352301053198095133;
        tail = (tail * z) + 0.32246703342411321824;

        return z * (0.42278433509846713939 + (z * tail));
    }

    // Digamma of x above 0.
    private static double DigammaAbove0(double x)
    {
        if (Math.Abs(x - DigammaRoot) < 0.25)
        {
            return DigammaFromRoot(x - DigammaRoot - DigammaRootRest);
        }

        var sum = 0.0;
        for (; x < Large; x++)
        {
            sum -= 1 / x;
        }

        // 5.11.2.
        var square = 1 / (x * x);
        var tail = 3.0539543302701197438;
        tail = (tail * square) - 0.44325980392156862745;
        tail = (tail * square) + 0.083333333333333333333;
        tail = (tail * square) - 0.021092796092796092796;
        tail = (tail * square) + 0.0075757575757575757576;
        tail = (tail * square) - 0.0041666666666666666667;
        tail = (tail * square) + 0.003968253968253968254;
        tail = (tail * square) - 0.0083333333333333333333;
        tail = (tail * square) + 0.083333333333333333333;

        return sum + Math.Log(x) - (0.5 / x) - (square * tail);
    }

    // The Taylor series from the only positive zero, so that digits are not lost beside it.
    private static double DigammaFromRoot(double z)
    {
        var sum = -0.00016170622091974803449;
        sum = (sum * z) + 0.00023635601564027052792;
        sum = (sum * z) - 0.00034546802510630769956;
        sum = (sum * z) + 0.00050495326583460203518;
        sum = (sum * z) - 0.00073807093899600512957;
        sum = (sum * z) + 0.0010788252019162965807;
        sum = (sum * z) - 0.0015769367714301972593;
        sum = (sum * z) + 0.0023051263267349278369;
        sum = (sum * z) - 0.0033698016554393280828;
        sum = (sum * z) + 0.0049267813957298534464;
        sum = (sum * z) - 0.007204534386356868241;
        sum = (sum * z) + 0.010538791616612175388;
        sum = (sum * z) - 0.015424765904948959139;
        sum = (sum * z) + 0.02259764823221810466;
        sum = (sum * z) - 0.033161126474847359292;
        sum = (sum * z) + 0.048804288164143107225;
        sum = (sum * z) - 0.072199561256454710926;
        sum = (sum * z) + 0.10782405069126236576;
        sum = (sum * z) - 0.1639427054424065275;
        sum = (sum * z) + 0.25849976095565101062;
        sum = (sum * z) - 0.44276316898359210609;
        sum = (sum * z) + 0.96767224544762117043;

        return z * sum;
    }
}
