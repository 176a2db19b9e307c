namespace NotebookGrad.Inspection;

/// <summary>
/// The console: a line that is redrawn where that is a terminal, and else few lines of plain text. Control-C stops a
/// loop that heeds it; a second one ends the process, as ever.
/// </summary>
internal sealed class ConsoleHost : ILiveHost
{
    private readonly TerminalLine line = new(() => Console.Out, Width);

    /// <inheritdoc/>
    public object? Cell => null;

    /// <inheritdoc/>
    public ILiveSurface Open() =>
        Console.IsOutputRedirected ? new LogSurface(() => Console.Out) : line.Open();

    /// <inheritdoc/>
    public CancellationTokenSource Interruption() => new ConsoleInterruption();

    /// <summary>
    /// The text of a thing as a console can hold it: its first line, without what would move the cursor.
    /// </summary>
    public static string Line(IInspectable thing)
    {
        var text = (thing.ToString() ?? "").Split('\n')[0];
        return string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
    }

    private static int Width()
    {
        // For terminals that do not tell theirs.
        const int usual = 80;
        return Console.WindowWidth is var columns and > 0 ? columns : usual;
    }
}
