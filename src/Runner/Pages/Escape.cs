using System.Text;

namespace NotebookGrad.Runner.Pages;

/// <summary>Text inside HTML.</summary>
internal static class Escape
{
    /// <summary>The text as it can stand between tags and inside quoted attributes, other letters untouched.</summary>
    public static string Html(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                < ' ' when letter is not ('\n' or '\t') => escaped.Append('\uFFFD'),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
