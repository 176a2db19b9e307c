namespace NotebookGrad.Inspection;

/// <summary>
/// The last line of a terminal, where one thing at a time is shown; another one has its last word on a line of its own.
/// </summary>
internal sealed class TerminalLine(Func<TextWriter> writer, Func<int> width)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    private readonly Lock gate = new();
    private Surface? holder;
    private int drawn;

    /// <summary>A place on the line, for whoever gets it first.</summary>
    public ILiveSurface Open() => new Surface(this);

    private void Show(Surface surface, string text, bool isLast)
    {
        lock (gate)
        {
            holder ??= surface;
            if (holder != surface && !isLast)
            {
                return;
            }

            // A full line would move the cursor to the next one.
            var shown = text[..Math.Min(text.Length, Math.Max(0, width() - 1))];
            writer().Write('\r' + shown.PadRight(drawn) + (isLast ? "\n" : ""));
            drawn = isLast ? 0 : shown.Length;
            holder = isLast && holder == surface ? null : holder;
        }
    }

    private sealed class Surface(TerminalLine line) : ILiveSurface
    {
        public void Show(IInspectable thing, bool isLast) => line.Show(this, ConsoleHost.Line(thing), isLast);

        public TimeSpan PauseAfter(TimeSpan elapsed) => Pause;
    }
}
