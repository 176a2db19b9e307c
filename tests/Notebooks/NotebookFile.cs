using System.Text.Json;

namespace NotebookGrad.Notebooks;

/// <summary>A notebook as it lies in a file.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Kernel">The name of the kernel that it asks for.</param>
/// <param name="CodeCells">Its cells of code, in order.</param>
/// <param name="Markdown">The texts of its cells of Markdown, in order.</param>
internal sealed record NotebookFile(
    string Text, string Kernel, IReadOnlyList<CodeCell> CodeCells, IReadOnlyList<string> Markdown)
{
    public static NotebookFile Read(string path)
    {
        var text = File.ReadAllText(path);
        using var json = JsonDocument.Parse(text);
        var cells = json.RootElement.GetProperty("cells").EnumerateArray()
            .ToLookup(cell => cell.GetProperty("cell_type").GetString());
        return new NotebookFile(
            text,
            json.RootElement.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString()!,
            [.. cells["code"].Select(CodeCell.Read)],
            [.. cells["markdown"].Select(cell => CodeCell.Text(cell.GetProperty("source")))]);
    }
}
