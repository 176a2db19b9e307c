using System.Buffers;
using System.Text;

namespace NotebookGrad.Scenes;

/// <summary>Text as it may stand in HTML and XML, in elements and in quoted attributes alike.</summary>
internal static class Markup
{
    // Most texts are nothing else.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
    [
        .. Enumerable.Range(' ', '\u007F' - ' ').Select(code => (char)code).Except("&<>\"'"),
    ]);

    /// <summary>Escapes what would be markup, and replaces what XML cannot hold at all.</summary>
    public static string Escape(string text)
    {
        var plain = text.AsSpan().IndexOfAnyExcept(Plain);
        if (plain < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, plain, text.Length);
        foreach (var rune in text.AsSpan(plain).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\t' or '\n' => escaped.Append((char)rune.Value),
                < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                < 0x80 => escaped.Append((char)rune.Value),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }
}
