#pragma warning disable IDE0130 // The host's own names, by which the extension script calls it.
namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>As much of the host's formatters as the extension script needs.</summary>
public static class Formatter
{
    private static readonly Dictionary<(Type Type, string MimeType), Action<object, TextWriter>> All = [];

    public static IEnumerable<string> MimeTypes => All.Keys.Select(key => key.MimeType).Distinct();

    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType) =>
        All[(type, mimeType)] = formatter;

    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes) =>
        Assert.Equal(["text/html", "text/plain"], preferredMimeTypes);

    /// <summary>A value as plain text.</summary>
    public static string Text(object value)
    {
        using var text = new StringWriter();
        All[(value.GetType(), "text/plain")](value, text);
        return text.ToString();
    }
}
