using System.Text;
using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Pages;

namespace NotebookGrad.Runner.Commands;

/// <summary>Writes what a run has given: notebooks with their outputs, and pages.</summary>
internal sealed class ResultWriter(RunOptions options)
{
    private readonly List<IndexEntry> entries = [];

    /// <summary>Writes the results of one notebook.</summary>
    public void Write(NotebookSource source, Notebook? notebook, NotebookOutcome outcome, TimeSpan elapsed)
    {
        var heading = notebook is null ? null : NotebookPage.Title(notebook);
        var title = heading ?? Path.GetFileNameWithoutExtension(source.Path);
        var address = $"{source.Name.Replace('\\', '/')}.html";
        if (notebook is not null && options.Output is { } output)
        {
            Save(Path.Combine(output, $"{source.Name}.ipynb"), IpynbWriter.Write(notebook));
        }

        if (options.Html is not { } folder)
        {
            return;
        }

        if (notebook is not null)
        {
            var index = string.Concat(Enumerable.Repeat("../", address.Count(letter => letter == '/'))) + "index.html";
            Save(Path.Combine(folder, address), NotebookPage.Write(notebook, title, index, outcome.Problem));
        }

        entries.Add(new IndexEntry(
            title,
            notebook is null ? null : Uri.EscapeDataString(address).Replace("%2F", "/", StringComparison.Ordinal),
            source.Path,
            notebook?.Cells.Count ?? 0,
            outcome.Status.ToString().ToLowerInvariant(),
            outcome.Status == RunStatus.Passed,
            elapsed));
    }

    /// <summary>Writes the list of the notebooks.</summary>
    public void WriteIndex()
    {
        if (options.Html is { } folder)
        {
            Save(Path.Combine(folder, "index.html"), IndexPage.Write(entries));
        }
    }

    private static void Save(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
