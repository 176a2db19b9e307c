using System.Globalization;

namespace NotebookGrad.Flow;

/// <summary>Numbers and names as findings write them.</summary>
internal static class Words
{
    /// <summary>A number with two or three digits, such as 0.25, −41.3 or 4.1e-7.</summary>
    public static string Number(double value) => (value < 0 ? "−" : string.Empty) + Math.Abs(value).ToString(
        Math.Abs(value) switch
        {
            > 0 and (< 1e-3 or >= 1e5) => "0.#e-0",
            >= 1e3 => "#,0",
            _ => "G3",
        },
        CultureInfo.InvariantCulture);

    /// <summary>A power, such as 0.25⁸.</summary>
    public static string Power(double value, int exponent) => Number(value)
        + string.Concat($"{exponent}".Select(sign => sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign - '0']));

    /// <summary>A layer in a sentence, where a number alone would say nothing.</summary>
    public static string Layer(string name) => char.IsAsciiDigit(name.FirstOrDefault()) ? $"layer {name}" : name;

    /// <summary>A share from 0 to 1 in percent.</summary>
    public static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    /// <summary>What is said of further layers that show the same, if there are any.</summary>
    public static string More(int layers) => layers switch
    {
        0 => string.Empty,
        1 => "; so is 1 more layer",
        _ => $"; so are {layers} more layers",
    };

    /// <summary>The first of some places, and how many more there are.</summary>
    public static string FirstOf(IReadOnlyList<string> places) =>
        places.Count == 1 ? places[0] : $"{places[0]} and {places.Count - 1} more";
}
