namespace NotebookGrad.Runner.Documents;

/// <summary>The part of a cell, or of a .dib file, that is in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Source">The text, without the line that switched to the language.</param>
/// <param name="FirstLine">The number of the first line of the text in the whole, counted from one.</param>
internal sealed record LanguageBlock(string Language, string Source, int FirstLine)
{
    /// <summary>Splits a text at lines such as <c>#!csharp</c>; parts that are blank are left out.</summary>
    public static IReadOnlyList<LanguageBlock> Split(string source, string language)
    {
        var blocks = new List<LanguageBlock>();
        var lines = source.Split('\n');
        var start = 0;
        for (var index = 0; index <= lines.Length; index++)
        {
            var next = index < lines.Length ? SwitchedTo(lines[index]) : null;
            if (next is null && index < lines.Length)
            {
                continue;
            }

            var text = string.Join('\n', lines[start..index]);
            if (!string.IsNullOrWhiteSpace(text))
            {
                blocks.Add(new LanguageBlock(language, text, start + 1));
            }

            language = next ?? language;
            start = index + 1;
        }

        return blocks;
    }

    private static string? SwitchedTo(string line)
    {
        if (!line.StartsWith("#!", StringComparison.Ordinal))
        {
            return null;
        }

        var name = line[2..].Split([' ', '\t', '\r'], 2)[0];
        return Languages.FromMagic(name);
    }
}
