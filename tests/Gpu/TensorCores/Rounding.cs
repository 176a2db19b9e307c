namespace NotebookGrad.Tests.TensorCores;

/// <summary>float32 rounded to types of fewer digits, by mathematics.</summary>
internal static class Rounding
{
    /// <summary>To 11 digits, ties away from zero.</summary>
    public static double ToTensorFloat32(float x) => Round(x, 11, MidpointRounding.AwayFromZero);

    /// <summary>To 8 digits, ties to even.</summary>
    public static double ToBFloat16(float x) => Round(x, 8, MidpointRounding.ToEven);

    // Below the least normal number digits are as far apart as just above it.
    private static double Round(float x, int digits, MidpointRounding ties)
    {
        var unit = Math.ScaleB(1, Math.Max(x == 0 ? -126 : Math.ILogB(x), -126) - digits + 1);
        var rounded = Math.Round(x / unit, ties) * unit;
        return Math.Abs(rounded) > float.MaxValue ? Math.CopySign(double.PositiveInfinity, x) : rounded;
    }
}
