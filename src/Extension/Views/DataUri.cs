using System.Text;

namespace NotebookGrad.Views;

/// <summary>Puts a picture into an address, so that it needs no file of its own.</summary>
internal static class DataUri
{
    /// <summary>An SVG as a data URI, in whichever of the two encodings is shorter.</summary>
    public static string OfSvg(string svg)
    {
        var bytes = Encoding.UTF8.GetBytes(svg);
        var base64 = "data:image/svg+xml;base64," + Convert.ToBase64String(bytes);
        var percent = "data:image/svg+xml," + Percent(bytes);
        return base64.Length < percent.Length ? base64 : percent;
    }

    // An address in an attribute may hold blanks and other characters; only what would end or bend it is encoded.
    private static string Percent(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length * 2);
        foreach (var value in bytes)
        {
            var plain = char.IsAsciiLetterOrDigit((char)value) || "-_.~!*'();:@=+$,/? ".Contains((char)value);
            text.Append(plain ? (char)value : $"%{value:X2}");
        }

        return text.ToString();
    }
}
