using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Commands;

/// <summary>Tells on the console what is going on: a line a cell, and what went wrong.</summary>
/// <param name="output">Where progress goes.</param>
/// <param name="errors">Where failures go.</param>
/// <param name="width">The width of the terminal; null where lines go to a file.</param>
internal sealed class ProgressReport(TextWriter output, TextWriter errors, int? width)
{
    private const int CodeWidth = 60;

    /// <summary>A cell begins; on a terminal, the line is there while the cell runs.</summary>
    public void Begin(string path, string place, Cell cell)
    {
        if (width is not null)
        {
            output.Write(Fit($"{path}  {place} …  {FirstLine(cell.Source)}"));
        }
    }

    /// <summary>A cell has ended.</summary>
    public void End(string path, string place, Cell cell, TimeSpan elapsed) =>
        WriteLine($"{path}  {place} {elapsed.TotalSeconds:0.0} s  {FirstLine(cell.Source)}");

    /// <summary>A cell is left out.</summary>
    public void Skip(string path, Cell cell) =>
        WriteLine($"{path}  skipped ({cell.Language})  {FirstLine(cell.Source)}");

    /// <summary>Something worth knowing.</summary>
    public void Note(string text) => WriteLine($"    {text}");

    /// <summary>A cell has failed.</summary>
    public void Fail(string path, int number, Cell cell, ErrorOutput error)
    {
        var line = error.Line is { } at ? $" at line {at}" : "";
        var code = error.Line is { } place && cell.Source.Split('\n') is var lines && place <= lines.Length
            ? lines[place - 1].Trim()
            : FirstLine(cell.Source);
        var message = error.Message.ReplaceLineEndings("\n    ");
        Fail($"{path}  cell {number} failed{line}: {code}\n    {error.Name}: {message}");
    }

    /// <summary>Something has failed.</summary>
    public void Fail(string text)
    {
        output.Flush();
        errors.WriteLine(text);
    }

    /// <summary>The first line that does something.</summary>
    public static string FirstLine(string source)
    {
        var line = source.Split('\n')[FirstLineNumber(source) - 1].Trim();
        return line.Length > CodeWidth ? $"{line[..(CodeWidth - 1)]}…" : line;
    }

    /// <summary>The number of the first line that does something, counted from one.</summary>
    public static int FirstLineNumber(string source)
    {
        var lines = source.Split('\n').Select(line => line.Trim()).ToList();
        var code = lines.FindIndex(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        return 1 + Math.Max(0, code >= 0 ? code : lines.FindIndex(line => line.Length > 0));
    }

    private void WriteLine(string text)
    {
        if (width is null)
        {
            output.WriteLine(text);
        }
        else
        {
            output.WriteLine($"\r\e[K{text}");
        }
    }

    private string Fit(string text) => text.Length < width ? text : text[..Math.Max(0, width.GetValueOrDefault() - 1)];
}
