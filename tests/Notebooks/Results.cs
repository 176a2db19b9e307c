using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookGrad.Notebooks;

/// <summary>
/// Compares what two runs of a cell gave: words are the same, and numbers nearly, since processors add in different
/// orders. How far apart they stand does not matter: a number of another length moves what is drawn in characters; nor
/// how long anything took.
/// </summary>
internal static partial class Results
{
    private const double Relative = 1e-5;

    // What should be zero is often the rest of a sum of float32 numbers.
    private const double Absolute = 1e-7;

    /// <summary>The first difference in words, or null.</summary>
    public static string? Difference(string before, string now)
    {
        var (one, other) = (Pieces(before), Pieces(now));
        for (var index = 0; index < Math.Max(one.Length, other.Length); index++)
        {
            var (left, right) = (one.ElementAtOrDefault(index), other.ElementAtOrDefault(index));
            if (left != right && !AreNear(left, right))
            {
                return $"it was “{Around(one, index)}” and is “{Around(other, index)}”";
            }
        }

        return null;
    }

    private static string[] Pieces(string text)
    {
        var words = Distance().Replace(Time().Replace(text, "time"), " ");
        var pieces = Piece().Matches(words).Select(match => match.Value.Trim());
        return [.. pieces.Where(piece => piece.Length > 0)];
    }

    private static string Around(string[] pieces, int index)
    {
        const int reach = 6;
        return string.Join(' ', pieces.Skip(index - reach).Take((2 * reach) + 1));
    }

    private static bool AreNear(string? left, string? right) =>
        Number(left) is { } a && Number(right) is { } b
        && Math.Abs(a - b) <= (Relative * Math.Max(Math.Abs(a), Math.Abs(b))) + Absolute;

    private static double? Number(string? piece) =>
        double.TryParse(piece?.Replace('−', '-').Replace(",", ""), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // As pictures of progress write them: 1.2 s, 3 min 20 s, 31 batches/s, 2.5 s/batch.
    [GeneratedRegex(@"\b\d[\d,]*(\.\d+)? ((s|min|h)( \d+ (s|min))?(/\w+)?|\w+/s)(?!\w)")]
    private static partial Regex Time();

    [GeneratedRegex(@"[\s─]+")]
    private static partial Regex Distance();

    [GeneratedRegex(@"[-−]?\d+(,\d{3})*(\.\d+)?(e[-−]?\d+)?|[^\d\s−-]+|.", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
