namespace NotebookGrad.Tests.Mathematics;

/// <summary>Errors in units of the last place of the true number.</summary>
internal static class Ulps
{
    /// <summary>Of a float32 whose true value is known to more digits.</summary>
    public static double Between(float actual, double truth)
    {
        var nearest = (float)truth;
        if (IsSpecial(nearest))
        {
            return AreSame(actual, nearest) ? 0 : double.PositiveInfinity;
        }

        var size = MathF.Abs(nearest);
        return Math.Abs(actual - truth) / ((double)MathF.BitIncrement(size) - size);
    }

    /// <summary>Of a float64; the true value may be half a unit away from what is known of it.</summary>
    public static double Between(double actual, double nearest)
    {
        if (IsSpecial(nearest))
        {
            return AreSame(actual, nearest) ? 0 : double.PositiveInfinity;
        }

        var size = Math.Abs(nearest);
        return Math.Abs(actual - nearest) / (Math.BitIncrement(size) - size);
    }

    // What has no last place: it must be met.
    private static bool IsSpecial(double number) => number == 0 || !double.IsFinite(number);

    private static bool AreSame(double a, double b) =>
        double.IsNaN(b) ? double.IsNaN(a) : a == b && double.IsNegative(a) == double.IsNegative(b);
}
