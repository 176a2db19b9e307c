using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookGrad.Runner.Documents;

/// <summary>Reads the plain text format of notebooks (.dib): a line such as <c>#!csharp</c> begins a cell.</summary>
internal static class DibReader
{
    public static Notebook Read(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new NotebookFormatException("it is not text.");
        }

        var blocks = LanguageBlock.Split(text, Languages.CSharp);
        var information = blocks.FirstOrDefault(block => block.Language == Languages.Metadata) is { } block
            ? ReadInformation(block)
            : null;
        var language = DefaultLanguage(information);
        var cells = LanguageBlock.Split(text, language)
            .Where(block => block.Language != Languages.Metadata)
            .Select(ToCell)
            .ToList();
        return new Notebook(cells, information is null ? [] : new JsonObject { ["polyglot_notebook"] = information });
    }

    private static Cell ToCell(LanguageBlock block)
    {
        var isMarkdown = block.Language == Languages.Markdown;
        return new Cell
        {
            Kind = isMarkdown ? CellKind.Markdown : CellKind.Code,
            Language = block.Language,
            Source = block.Source.Trim('\n'),
            Metadata = isMarkdown
                ? []
                : new JsonObject
                {
                    ["dotnet_interactive"] = new JsonObject { ["language"] = block.Language },
                    ["polyglot_notebook"] = new JsonObject { ["kernelName"] = block.Language },
                },
        };
    }

    private static JsonObject ReadInformation(LanguageBlock block)
    {
        try
        {
            return JsonNode.Parse(block.Source) as JsonObject
                ?? throw new NotebookFormatException($"line {block.FirstLine}: #!meta must hold a JSON object.");
        }
        catch (JsonException problem)
        {
            var line = block.FirstLine + (problem.LineNumber ?? 0);
            throw new NotebookFormatException($"line {line}: what follows #!meta is not JSON.", problem);
        }
    }

    private static string DefaultLanguage(JsonObject? information) =>
        information?["kernelInfo"] is JsonObject kernel
        && kernel["defaultKernelName"] is JsonValue value
        && value.TryGetValue(out string? name)
            ? Languages.FromMetadata(name)
            : Languages.CSharp;
}
