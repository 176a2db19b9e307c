using System.Globalization;

namespace NotebookGrad.Views;

/// <summary>Numbers as people read them: four significant digits, a true minus sign, grouped counts.</summary>
internal static class NumberText
{
    private const double Smallest = 1e-3;
    private const double Largest = 1e6;

    /// <summary>A number: <c>16</c>, <c>−0.3333</c>, <c>1.2e-7</c>, <c>∞</c>, <c>NaN</c>.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        var size = Math.Abs(value);
        var sign = value < 0 ? "−" : "";
        if (double.IsInfinity(value))
        {
            return sign + "∞";
        }

        if (size == 0)
        {
            return "0";
        }

        // What rounds up to the limit is already beyond it: 999,999.9 is 1e6.
        return size < Smallest || Math.Round(size) >= Largest
            ? sign + size.ToString("0.###e+0", CultureInfo.InvariantCulture).Replace("e+", "e")
            : sign + size.ToString(Digits(size), CultureInfo.InvariantCulture);
    }

    /// <summary>A mean with its deviation: <c>0.25 ± 1.1</c>.</summary>
    public static string Spread(double mean, double deviation)
    {
        // What rounding leaves of a mean of zero would look like a number.
        var rest = Math.Abs(mean) < 1e-6 * deviation;
        return $"{Short(rest ? 0 : mean)} ± {Short(deviation)}";
    }

    /// <summary>A number in two significant digits, where many stand together.</summary>
    public static string Short(double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return Of(value);
        }

        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (exponent is >= 2 and < 6)
        {
            return Of(Math.Round(value));
        }

        var rounded = double.Parse(value.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Of(double.IsFinite(rounded) ? rounded : value);
    }

    /// <summary>A count with its thousands set apart: <c>1,024</c>.</summary>
    public static string Count(long count) =>
        count.ToString("N0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A count with its noun: <c>1 operation</c>, <c>2 operations</c>.</summary>
    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A size: <c>400,000,000 bytes</c>.</summary>
    public static string Bytes(long bytes) => Count(bytes, "byte");

    /// <summary>A size in a few characters, for an axis: <c>1.5 MB</c>, in powers of 1,000.</summary>
    public static string Size(long bytes)
    {
        var units = new[] { "B", "kB", "MB", "GB", "TB", "PB", "EB" };
        var power = bytes < 1000 ? 0 : Math.Min(units.Length - 1, (int)Math.Log10(bytes) / 3);
        return $"{Short(bytes / Math.Pow(1000, power))} {units[power]}";
    }

    private static string Digits(double size) => size switch
    {
        >= 1000 => "0",
        >= 100 => "0.#",
        >= 10 => "0.##",
        >= 1 => "0.###",
        >= 0.1 => "0.####",
        >= 0.01 => "0.#####",
        _ => "0.######",
    };
}
