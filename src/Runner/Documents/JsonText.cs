using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookGrad.Runner.Documents;

/// <summary>
/// Writes JSON as Jupyter does: an indent of one, keys in order, letters as they are. The serializer of the base
/// library escapes every letter beyond the first 65,536, so that a notebook would change by being run.
/// </summary>
internal static class JsonText
{
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                var ordered = members.OrderBy(member => member.Key, StringComparer.Ordinal);
                WriteItems(text, '{', '}', depth, ordered, member =>
                {
                    WriteString(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, depth + 1);
                });
                break;
            case JsonArray items:
                WriteItems(text, '[', ']', depth, items, item => Write(text, item, depth + 1));
                break;
            case var value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteItems<T>(
        StringBuilder text, char open, char close, int depth, IEnumerable<T> items, Action<T> write)
    {
        var isEmpty = true;
        text.Append(open);
        foreach (var item in items)
        {
            text.Append(isEmpty ? "\n" : ",\n").Append(' ', depth + 1);
            isEmpty = false;
            write(item);
        }

        if (!isEmpty)
        {
            text.Append('\n').Append(' ', depth);
        }

        text.Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var index = 0; index < value.Length; index++)
        {
            var letter = value[index];
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append($"\\u{(int)letter:x4}"),
                _ when IsLoneSurrogate(value, index) => text.Append($"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }

    private static bool IsLoneSurrogate(string value, int index) =>
        (char.IsHighSurrogate(value[index]) && !(index + 1 < value.Length && char.IsLowSurrogate(value[index + 1])))
        || (char.IsLowSurrogate(value[index]) && !(index > 0 && char.IsHighSurrogate(value[index - 1])));
}
