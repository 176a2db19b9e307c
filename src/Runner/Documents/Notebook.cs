using System.Text.Json.Nodes;

namespace NotebookGrad.Runner.Documents;

/// <summary>A notebook: its cells and the metadata of its file.</summary>
internal sealed record Notebook(IReadOnlyList<Cell> Cells, JsonObject Metadata)
{
    /// <summary>Reads the notebook in a file.</summary>
    /// <exception cref="NotebookFormatException">The file is missing, or is not a notebook.</exception>
    public static Notebook Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException($"it cannot be read: {problem.Message}", problem);
        }
        catch (System.Text.DecoderFallbackException problem)
        {
            throw new NotebookFormatException("it is not text in UTF-8.", problem);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new NotebookFormatException("it is empty.");
        }

        text = text.ReplaceLineEndings("\n");
        var notebook = path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)
            ? DibReader.Read(text)
            : IpynbReader.Read(text);
        if (notebook.Cells.Count == 0)
        {
            throw new NotebookFormatException("it has no cells, so there is nothing to run.");
        }

        CellIds.Assign(notebook.Cells);
        return notebook;
    }
}
