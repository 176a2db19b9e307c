using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Documents;

/// <summary>Writes a notebook in Jupyter's format 4.5; the same notebook gives the same bytes.</summary>
internal static class IpynbWriter
{
    public static string Write(Notebook notebook) => JsonText.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(WriteCell)]),
        ["metadata"] = Metadata(notebook.Metadata),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    private static JsonObject Metadata(JsonObject own)
    {
        var metadata = (JsonObject)own.DeepClone();
        metadata.TryAdd("kernelspec", new JsonObject
        {
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["name"] = ".net-csharp",
        });
        metadata.TryAdd("language_info", new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
        });
        return metadata;
    }

    private static JsonNode WriteCell(Cell cell)
    {
        var written = new JsonObject
        {
            ["cell_type"] = cell.Kind.ToString().ToLowerInvariant(),
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Attachments is not null)
        {
            written["attachments"] = cell.Attachments.DeepClone();
        }

        if (cell.Kind == CellKind.Code)
        {
            written["execution_count"] = cell.IsForeign ? cell.KeptExecutionCount : cell.ExecutionCount;
            written["outputs"] = cell is { IsForeign: true, KeptOutputs: not null }
                ? cell.KeptOutputs.DeepClone()
                : new JsonArray([.. cell.Outputs.Items.Select(output => WriteOutput(output, cell.ExecutionCount))]);
        }

        return written;
    }

    private static JsonObject WriteOutput(CellOutput output, int? count) => output switch
    {
        TextOutput text => new JsonObject
        {
            ["name"] = text.IsError ? "stderr" : "stdout",
            ["output_type"] = "stream",
            ["text"] = Lines(text.Text),
        },
        ErrorOutput error => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        DataOutput { IsResult: true } data => new JsonObject
        {
            ["data"] = Data(data),
            ["execution_count"] = count,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        DataOutput data => new JsonObject
        {
            ["data"] = Data(data),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        _ => throw new NotSupportedException($"{output.GetType().Name} is no part of a notebook."),
    };

    private static JsonObject Data(DataOutput output) =>
        new(output.Data.Select(item => KeyValuePair.Create(item.Key, DataValue(item.Key, item.Value))));

    private static JsonNode? DataValue(string mimeType, string value)
    {
        if (mimeType.EndsWith("json", StringComparison.Ordinal))
        {
            try
            {
                return JsonNode.Parse(value);
            }
            catch (JsonException)
            {
                return value;
            }
        }

        var isText = mimeType.StartsWith("text/", StringComparison.Ordinal)
            || mimeType.EndsWith("+xml", StringComparison.Ordinal);
        return isText ? Lines(value) : value;
    }

    /// <summary>Long texts are lists of lines, so that a change of one line is a difference of one line.</summary>
    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[start..next]);
            start = next;
        }

        return lines;
    }
}
