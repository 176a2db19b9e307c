using System.Text;

namespace NotebookGrad.Files;

/// <summary>
/// Lines of text as fields (RFC 4180). What stands in quotation marks may hold delimiters, line ends and doubled
/// marks; other fields are trimmed. Empty lines and lines that begin with # are skipped.
/// </summary>
internal sealed class CsvRecords(TextReader reader, char delimiter, string file)
{
    private string text = string.Empty;
    private int line;
    private int at;

    /// <summary>An error that names the file and the line.</summary>
    public static InvalidDataException Problem(string file, int line, string text) =>
        new($"{file}, line {line}: {text}");

    /// <summary>The fields of each record, with the number of the line it begins in, from 1.</summary>
    /// <exception cref="InvalidDataException">
    /// A record has more or fewer fields than those before, or a quotation mark is never closed.
    /// </exception>
    public IEnumerable<(int Line, string[] Fields)> Read(int skipLines)
    {
        var width = -1;
        while (NextLine())
        {
            if (line <= skipLines || string.IsNullOrWhiteSpace(text) || text.StartsWith('#'))
            {
                continue;
            }

            var first = line;
            var fields = Fields();
            width = width < 0 ? fields.Length : width;
            yield return fields.Length == width
                ? (first, fields)
                : throw Problem(
                    file, first, $"{fields.Length} columns, and {width} above; delimited by '{delimiter}'");
        }
    }

    private bool NextLine()
    {
        (text, at) = (reader.ReadLine()!, 0);
        line++;
        return text is not null;
    }

    private string[] Fields()
    {
        if (!text.Contains('"'))
        {
            return Array.ConvertAll(text.Split(delimiter), field => field.Trim());
        }

        var fields = new List<string>();
        do
        {
            fields.Add(Field());
        }
        while (at++ < text.Length);
        return [.. fields];
    }

    // Leaves the position at the delimiter after the field, or at the end of the line.
    private string Field()
    {
        var end = at;
        while (end < text.Length && text[end] != delimiter && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] == '"')
        {
            at = end + 1;
            return Quoted() + Bare().TrimEnd();
        }

        return Bare().Trim();
    }

    private string Bare()
    {
        var end = text.IndexOf(delimiter, at);
        var bare = end < 0 ? text[at..] : text[at..end];
        at += bare.Length;
        return bare;
    }

    private string Quoted()
    {
        var quoted = new StringBuilder();
        var first = line;
        while (true)
        {
            var mark = text.IndexOf('"', at);
            if (mark < 0)
            {
                quoted.Append(text, at, text.Length - at).Append('\n');
                if (!NextLine())
                {
                    throw Problem(file, first, "a quotation mark that opens here is never closed");
                }

                continue;
            }

            quoted.Append(text, at, mark - at);
            at = mark + 1;
            if (at == text.Length || text[at] != '"')
            {
                return quoted.ToString();
            }

            quoted.Append('"');
            at++;
        }
    }
}
