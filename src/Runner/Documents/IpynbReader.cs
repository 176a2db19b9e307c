using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookGrad.Runner.Documents;

/// <summary>Reads Jupyter's format (.ipynb), version 4, and says what is wrong with a file that is not that.</summary>
internal static class IpynbReader
{
    public static Notebook Read(string text)
    {
        var root = Parse(text) as JsonObject
            ?? throw new NotebookFormatException("it is JSON, but not a notebook: the outermost value is no object.");
        if (root["nbformat"] is not JsonValue version || !version.TryGetValue(out int major))
        {
            throw new NotebookFormatException("it is JSON, but not a notebook: 'nbformat' is missing.");
        }

        if (major != 4)
        {
            throw new NotebookFormatException($"its format is nbformat {major}; open and save it in Jupyter for 4.");
        }

        if (root["cells"] is not JsonArray cells)
        {
            throw new NotebookFormatException("it is not a notebook: 'cells' is missing or is no list.");
        }

        var metadata = root["metadata"] as JsonObject ?? [];
        var language = DefaultLanguage(metadata);
        return new Notebook([.. cells.Select((cell, index) => ReadCell(cell, index + 1, language))], metadata);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException problem)
        {
            var place = problem.LineNumber is { } line ? $" (line {line + 1})" : "";
            throw new NotebookFormatException($"it is not JSON{place}: {FirstSentence(problem.Message)}", problem);
        }
    }

    private static Cell ReadCell(JsonNode? node, int number, string language)
    {
        var cell = node as JsonObject
            ?? throw new NotebookFormatException($"its item {number} of 'cells' is no object.");
        var kind = Text(cell["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            null => throw new NotebookFormatException($"its item {number} of 'cells' has no 'cell_type'."),
            var other => throw new NotebookFormatException($"its item {number} of 'cells' is of type '{other}'."),
        };
        var source = Source(cell["source"])
            ?? throw new NotebookFormatException($"its item {number} of 'cells' has no 'source' that is text.");
        var metadata = cell["metadata"] as JsonObject ?? [];
        return new Cell
        {
            Kind = kind,
            Language = kind == CellKind.Markdown ? Languages.Markdown : CellLanguage(metadata) ?? language,
            Source = source,
            Id = Text(cell["id"]) ?? "",
            Metadata = metadata,
            Attachments = cell["attachments"] as JsonObject,
            KeptOutputs = cell["outputs"] as JsonArray,
            KeptExecutionCount = cell["execution_count"] is JsonValue count && count.TryGetValue(out int number32)
                ? number32
                : null,
        };
    }

    private static string? Source(JsonNode? node) => node switch
    {
        JsonArray lines when lines.All(line => Text(line) is not null) => string.Concat(lines.Select(Text)),
        _ => Text(node),
    };

    private static string? CellLanguage(JsonObject metadata)
    {
        var name = Text((metadata["polyglot_notebook"] as JsonObject)?["kernelName"])
            ?? Text((metadata["dotnet_interactive"] as JsonObject)?["language"]);
        return name is null ? null : Languages.FromMetadata(name);
    }

    private static string DefaultLanguage(JsonObject metadata)
    {
        var information = (metadata["polyglot_notebook"] as JsonObject)?["kernelInfo"] as JsonObject;
        var name = Text(information?["defaultKernelName"]) ?? Text((metadata["kernelspec"] as JsonObject)?["name"]);
        return name is null ? Languages.CSharp : Languages.FromMetadata(KernelLanguage(name));
    }

    /// <summary>Kernels of .NET Interactive are called <c>.net-csharp</c>, <c>.net-fsharp</c>…</summary>
    private static string KernelLanguage(string kernel) => kernel.StartsWith(".net-", StringComparison.Ordinal)
        ? kernel[5..]
        : kernel.TrimEnd('2', '3');

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string FirstSentence(string message) => message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0];
}
