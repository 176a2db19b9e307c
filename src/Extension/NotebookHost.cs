using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>A notebook as a place for pictures that change: each replaces its own output.</summary>
internal sealed class NotebookHost(Func<object, Action<object>> display, Func<CancellationToken> interruption)
    : ILiveHost
{
    // Each picture is a message to the page, which draws it anew.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);

    /// <inheritdoc/>
    public object? Cell => Token;

    /// <inheritdoc/>
    public ILiveSurface Open() => new Surface(display);

    /// <inheritdoc/>
    public CancellationTokenSource Interruption() =>
        CancellationTokenSource.CreateLinkedTokenSource(Token);

    private CancellationToken Token
    {
        get
        {
            try
            {
                return interruption();
            }
            catch (ObjectDisposedException)
            {
                // The cell has ended, and with it whoever could stop it.
                return CancellationToken.None;
            }
        }
    }

    private sealed class Surface(Func<object, Action<object>> display) : ILiveSurface
    {
        private Action<object>? update;

        public void Show(IInspectable thing, bool isLast)
        {
            if (update is null)
            {
                update = display(thing);
            }
            else
            {
                update(thing);
            }
        }

        public TimeSpan PauseAfter(TimeSpan elapsed) => Pause;
    }
}
