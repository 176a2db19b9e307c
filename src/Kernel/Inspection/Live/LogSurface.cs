namespace NotebookGrad.Inspection;

/// <summary>
/// Lines in a file or a pipe: after half a second, then each after half as long again as all before, and the last. So
/// an hour has twenty, and who waits for the next knows how long.
/// </summary>
internal sealed class LogSurface(Func<TextWriter> writer) : ILiveSurface
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(0.5);

    private bool hasBegun;

    /// <inheritdoc/>
    public void Show(IInspectable thing, bool isLast)
    {
        // What has only begun has nothing to tell.
        if (hasBegun || isLast)
        {
            writer().WriteLine(ConsoleHost.Line(thing));
        }

        hasBegun = true;
    }

    /// <inheritdoc/>
    public TimeSpan PauseAfter(TimeSpan elapsed) => elapsed / 2 > LeastPause ? elapsed / 2 : LeastPause;
}
