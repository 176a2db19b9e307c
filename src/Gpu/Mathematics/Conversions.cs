namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Conversions between numbers, each named for what it makes: real numbers are rounded to the nearest, and become whole
/// ones without their fraction, of which the nearest stand for those that are too large, and 0 for NaN.
/// </summary>
internal static class Conversions
{
    public static float Single(float x) => x;

    public static float Single(double x) => (float)x;

    public static float Single(long x) => (float)x;

    public static float Single(int x) => (float)x;

    public static float Single(byte x) => (float)x;

    public static double Double(float x) => x;

    public static double Double(double x) => x;

    public static double Double(long x) => (double)x;

    public static double Double(int x) => (double)x;

    public static double Double(byte x) => (double)x;

    public static long Int64(float x) => Int64((double)x);

    public static long Int64(double x) => double.IsNaN(x) ? 0
        : x >= 9223372036854775808.0 ? long.MaxValue
        : x <= -9223372036854775808.0 ? long.MinValue
        : (long)x;

    public static long Int64(long x) => x;

    public static long Int64(int x) => x;

    public static long Int64(byte x) => x;

    public static byte Byte(float x) => Byte((double)x);

    public static byte Byte(double x) => double.IsNaN(x) || x <= 0.0 ? (byte)0
        : x >= 255.0 ? (byte)255
        : (byte)(int)x;

    public static byte Byte(byte x) => x;
}
