namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The logarithm to base 2 as a sum of two numbers, of which the first has few enough digits for exact products: good
/// to about 64 binary digits, as powers need it.
/// </summary>
internal readonly struct BinaryLogarithm(double high, double low)
{
    // 2/(3·log 2).
    private const double Factor = 0.9617966939259756;
    private const double FactorHigh = 0.9617966860532761;
    private const double FactorLow = 7.872699542894897e-09;

    public double High { get; } = high;

    public double Low { get; } = low;

    /// <summary>Of a finite number above 0.</summary>
    public static BinaryLogarithm Of(double x)
    {
        var (mantissa, power) = Mantissa.Of(x);

        // With s = (m − 1)/(m + 1), log m = 2/3·s·(3 + s² + 3/5·s⁴ + …). Parts called high have 26 digits at most.
        var top = mantissa - 1.0;
        var bottom = mantissa + 1.0;
        var bottomRest = mantissa - (bottom - 1.0);
        var bottomHigh = Bits.High(bottom);
        var bottomLow = (bottom - bottomHigh) + bottomRest;
        var high = Bits.High(top / bottom);
        var low = (top - (high * bottomHigh) - (high * bottomLow)) / bottom;
        var squareHigh = high * high;
        var squareLow = low * ((2.0 * high) + low);
        var square = squareHigh + squareLow;
        var tail = squareLow + (square * square * Tail(square));
        var sumHigh = Bits.High(3.0 + (squareHigh + tail));
        var sumLow = tail - ((sumHigh - 3.0) - squareHigh);
        var product = high * sumHigh;
        var productRest = (low * (sumHigh + sumLow)) + (high * sumLow);
        var productHigh = Bits.High(product + productRest);
        var productLow = productRest - (productHigh - product);
        var scaled = productHigh * FactorHigh;
        var scaledRest = (productHigh * FactorLow) + (productLow * Factor);
        var resultHigh = Bits.High(power + (scaled + scaledRest));
        return new(resultHigh, scaledRest - ((resultHigh - power) - scaled));
    }

    private static double Tail(double square)
    {
        var sum = 0.1979696593942258;
        sum = (sum * square) + 0.19884968091057525;
        sum = (sum * square) + 0.23080146734206752;
        sum = (sum * square) + 0.2727267632616179;
        sum = (sum * square) + 0.3333333378234364;
        sum = (sum * square) + 0.42857142855136243;
        return (sum * square) + 0.6000000000000341;
    }
}
