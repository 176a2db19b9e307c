using System.Globalization;
using System.Text;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Names as a picture can hold them: one line, of bounded length, without characters that would turn
/// the text around them or that no document may contain.
/// </summary>
internal static class PlainName
{
    /// <summary>The most places that a name takes.</summary>
    public const int Longest = 28;

    private const int LongestPath = 120;

    /// <summary>The name in its drawable form, or null where nothing visible is left of it.</summary>
    public static string? Of(string? name, int longest = Longest)
    {
        if (name is null)
        {
            return null;
        }

        var plain = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            plain.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned => "",
                _ => rune.ToString(),
            });
        }

        var text = Cut(plain.ToString().Trim(), longest);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The end of a name, which tells parts of a network apart: <c>…attention.value</c>.</summary>
    public static string? EndOf(string? name, int longest = Longest)
    {
        var seen = name is { Length: > LongestPath } ? name[^LongestPath..] : name;
        if (Of(seen, LongestPath) is not { } plain || TextMetrics.Columns(plain) <= longest)
        {
            return Of(seen, LongestPath);
        }

        var elements = StringInfo.ParseCombiningCharacters(plain);
        var start = elements.First(start => TextMetrics.Columns(plain[start..]) < longest);
        return "…" + plain[start..];
    }

    /// <summary>Cuts between what a reader sees as characters.</summary>
    private static string Cut(string text, int longest)
    {
        // Accents piled without end on one letter take no place of their own, so that they are bounded as well.
        var mostUnits = 4 * longest;
        if (text.Length <= mostUnits && TextMetrics.Columns(text) <= longest)
        {
            return text;
        }

        var elements = StringInfo.GetTextElementEnumerator(text);
        var kept = new StringBuilder();
        var columns = 0;
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            columns += TextMetrics.Columns(element);
            if (columns >= longest || kept.Length + element.Length > mostUnits)
            {
                break;
            }

            kept.Append(element);
        }

        return kept + "…";
    }
}
