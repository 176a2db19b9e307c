namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Powers of e and 2: a whole power of 2 times e to the rest, |rest| up to log(2)/2, by a polynomial. Errors up to 1
/// unit in the last place.
/// </summary>
internal static class Exponentials
{
    // log 2 in two parts; products of the first with whole powers are exact.
    private const float Log2HighSingle = 0.693115234375f;
    private const float Log2LowSingle = 3.1946184e-5f;
    private const double Log2High = 0.6931471803691238;
    private const double Log2Low = 1.9082149292705877e-10;

    private const float Log2Single = 0.69314718f;
    private const double Log2 = 0.6931471805599453;

    public static float Exp(float x)
    {
        var bounded = x > 89f ? 89f : x < -104f ? -104f : x;
        var power = MathF.Floor((bounded * 1.442695f) + 0.5f);
        var rest = bounded - (power * Log2HighSingle) - (power * Log2LowSingle);
        return float.IsNaN(x) ? x : Bits.Scale(1f + Beyond1(rest), (int)power);
    }

    public static double Exp(double x)
    {
        var bounded = x > 710.0 ? 710.0 : x < -746.0 ? -746.0 : x;
        var power = Math.Floor((bounded * 1.4426950408889634) + 0.5);
        var rest = bounded - (power * Log2High) - (power * Log2Low);
        return double.IsNaN(x) ? x : Bits.Scale(1.0 + Beyond1(rest), (int)power);
    }

    public static float Exp2(float x)
    {
        var bounded = x > 129f ? 129f : x < -151f ? -151f : x;
        var power = MathF.Floor(bounded + 0.5f);
        return float.IsNaN(x) ? x : Bits.Scale(1f + Beyond1((bounded - power) * Log2Single), (int)power);
    }

    public static double Exp2(double x)
    {
        var bounded = x > 1025.0 ? 1025.0 : x < -1076.0 ? -1076.0 : x;
        var power = Math.Floor(bounded + 0.5);
        return double.IsNaN(x) ? x : Bits.Scale(1.0 + Beyond1((bounded - power) * Log2), (int)power);
    }

    // eˣ − 1 for |x| up to log(2)/2.
    private static float Beyond1(float x)
    {
        var sum = 0.00019914302f;
        sum = (sum * x) + 0.0013941103f;
        sum = (sum * x) + 0.008333273f;
        sum = (sum * x) + 0.041666355f;
        sum = (sum * x) + 0.16666667f;
        sum = (sum * x) + 0.5f;
        return x + (x * x * sum);
    }

    private static double Beyond1(double x)
    {
        var sum = 2.0924532461012785e-09;
        sum = (sum * x) + 2.5109147565464552e-08;
        sum = (sum * x) + 2.7557242473148593e-07;
        sum = (sum * x) + 2.7557243911084535e-06;
        sum = (sum * x) + 2.480158736088766e-05;
        sum = (sum * x) + 0.00019841269886401806;
        sum = (sum * x) + 0.0013888888888866674;
        sum = (sum * x) + 0.00833333333332153;
        sum = (sum * x) + 0.0416666666666667;
        sum = (sum * x) + 0.16666666666666677;
        sum = (sum * x) + 0.5;
        return x + (x * x * sum);
    }
}
