using System.Text.Json;

namespace NotebookGrad.Notebooks;

/// <summary>A cell of code and what running it gave.</summary>
/// <param name="Id">The cell's name in the file.</param>
/// <param name="Source">Its code.</param>
/// <param name="Number">Which of the cells was run, from 1; null if it was not.</param>
/// <param name="Results">What it printed and showed, as text.</param>
/// <param name="Error">Why it failed, or null.</param>
internal sealed record CodeCell(string Id, string Source, int? Number, string Results, string? Error)
{
    public static CodeCell Read(JsonElement cell)
    {
        var outputs = cell.GetProperty("outputs").EnumerateArray().ToArray();
        var number = cell.GetProperty("execution_count");
        return new CodeCell(
            cell.GetProperty("id").GetString()!,
            Text(cell.GetProperty("source")),
            number.ValueKind == JsonValueKind.Number ? number.GetInt32() : null,
            string.Join('\n', outputs.Select(Result)),
            outputs.Where(output => Kind(output) == "error")
                .Select(output => output.GetProperty("evalue").GetString())
                .FirstOrDefault());
    }

    private static string Result(JsonElement output) => Kind(output) switch
    {
        "stream" => $"{output.GetProperty("name").GetString()}: {Text(output.GetProperty("text"))}",
        "error" => "error",
        _ => Text(output.GetProperty("data").GetProperty("text/plain")),
    };

    private static string? Kind(JsonElement output) => output.GetProperty("output_type").GetString();

    /// <summary>Notebooks keep long texts as lists of lines.</summary>
    internal static string Text(JsonElement text) => text.ValueKind == JsonValueKind.Array
        ? string.Concat(text.EnumerateArray().Select(line => line.GetString()))
        : text.GetString()!;
}
