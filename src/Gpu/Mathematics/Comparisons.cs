namespace NotebookGrad.Backends.Gpu;

/// <summary>Choices between numbers as C# has them: NaN goes on, and −0 is less than 0.</summary>
internal static class Comparisons
{
    public static float Max(float x, float y) =>
        float.IsNaN(x) ? x : float.IsNaN(y) ? y : x > y ? x : y > x ? y : Bits.IsNegative(x) ? y : x;

    public static double Max(double x, double y) =>
        double.IsNaN(x) ? x : double.IsNaN(y) ? y : x > y ? x : y > x ? y : Bits.IsNegative(x) ? y : x;

    public static float Min(float x, float y) =>
        float.IsNaN(x) ? x : float.IsNaN(y) ? y : x < y ? x : y < x ? y : Bits.IsNegative(x) ? x : y;

    public static double Min(double x, double y) =>
        double.IsNaN(x) ? x : double.IsNaN(y) ? y : x < y ? x : y < x ? y : Bits.IsNegative(x) ? x : y;

    public static float CopySign(float x, float sign) => Bits.CopySign(x, sign);

    public static double CopySign(double x, double sign) => Bits.CopySign(x, sign);
}
