namespace NotebookGrad.Backends.Gpu;

/// <summary>Roundings to whole numbers; what is −0 stays it.</summary>
internal static class Roundings
{
    /// <summary>To the nearest whole number, half to even: from 2²³ on there are no others.</summary>
    public static float Round(float x)
    {
        var size = MathF.Abs(x);
        return size < 8388608f ? Bits.CopySign((size + 8388608f) - 8388608f, x) : x;
    }

    /// <summary>To the nearest whole number, half to even: from 2⁵² on there are no others.</summary>
    public static double Round(double x)
    {
        var size = Math.Abs(x);
        return size < 4503599627370496.0 ? Bits.CopySign((size + 4503599627370496.0) - 4503599627370496.0, x) : x;
    }

    public static float Truncate(float x) => Bits.CopySign(MathF.Floor(MathF.Abs(x)), x);

    public static double Truncate(double x) => Bits.CopySign(Math.Floor(Math.Abs(x)), x);
}
