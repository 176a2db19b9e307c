using System.Buffers;
using System.Text;

namespace NotebookGrad.Views;

/// <summary>Puts a picture into an address, so that it needs no file of its own.</summary>
internal static class DataUri
{
    private const string Plain = "-_.~!*'();:@=+$,/? >[]{}";

    // An address in a quoted attribute may hold blanks, brackets and letters of any language; what would end or bend it
    // is encoded, and what opens a tag.
    private static readonly SearchValues<char> Encoded = SearchValues.Create(
    [
        .. Enumerable.Range('\0', '\u00A0').Select(code => (char)code)
            .Where(letter => !char.IsAsciiLetterOrDigit(letter) && !Plain.Contains(letter)),
    ]);

    /// <summary>An SVG as a data URI, in whichever of the two encodings is shorter.</summary>
    public static string OfSvg(string svg)
    {
        var base64 = "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
        var percent = "data:image/svg+xml," + Percent(svg);
        return base64.Length < Encoding.UTF8.GetByteCount(percent) ? base64 : percent;
    }

    private static string Percent(string svg)
    {
        var text = new StringBuilder(svg.Length * 2);
        var rest = svg.AsSpan();
        for (var next = rest.IndexOfAny(Encoded); next >= 0; next = rest.IndexOfAny(Encoded))
        {
            text.Append(rest[..next]).Append($"%{(int)rest[next]:X2}");
            rest = rest[(next + 1)..];
        }

        return text.Append(rest).ToString();
    }
}
