using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookGrad.Runner.Kernels;

/// <summary>Formats a value by the formatters that are registered for its type.</summary>
internal static class ValueFormatter
{
    /// <summary>The value in each of the MIME types, or in those preferred for its type.</summary>
    public static IReadOnlyDictionary<string, string> Format(object? value, IReadOnlyList<string> mimeTypes) =>
        (mimeTypes.Count > 0 ? mimeTypes : PreferredMimeTypes(value?.GetType()))
        .Distinct()
        .ToDictionary(mimeType => mimeType, mimeType => value.ToDisplayString(mimeType));

    private static IReadOnlyCollection<string> PreferredMimeTypes(Type? type)
    {
        var preferred = Formatter.GetPreferredMimeTypesFor(type);
        var isBare = type is null || type.IsPrimitive || type == typeof(decimal);
        return isBare && preferred.SequenceEqual([HtmlFormatter.MimeType]) && !HasOwnFormatter(type)
            ? [PlainTextFormatter.MimeType]
            : preferred;
    }

    /// <summary>
    /// The library's own HTML of a number is its text in a box and a style sheet of a page's length; a formatter of
    /// the notebook's author is another matter.
    /// </summary>
    private static bool HasOwnFormatter(Type? type) => type is not null
        && Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => formatter.Type == type);
}
