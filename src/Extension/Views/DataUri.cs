using System.Text;

namespace NotebookGrad.Views;

/// <summary>Puts a picture into an address, so that it needs no file of its own.</summary>
internal static class DataUri
{
    /// <summary>An SVG as a data URI, in whichever of the two encodings is shorter.</summary>
    public static string OfSvg(string svg)
    {
        var base64 = "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
        var percent = "data:image/svg+xml," + Percent(svg);
        return base64.Length < Encoding.UTF8.GetByteCount(percent) ? base64 : percent;
    }

    private const string Plain = "-_.~!*'();:@=+$,/? >[]{}";

    // An address in an attribute may hold blanks, brackets and letters of any language; what would end or bend it is
    // encoded. So is what opens a tag, which ends no attribute but looks as if it did.
    private static string Percent(string svg)
    {
        var text = new StringBuilder(svg.Length * 2);
        foreach (var letter in svg)
        {
            var plain = letter > 0x9F || char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter);
            text.Append(plain ? letter : $"%{(int)letter:X2}");
        }

        return text.ToString();
    }
}
