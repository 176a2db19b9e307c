using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Data;

/// <summary>A host that keeps what it is shown, a list a place.</summary>
internal sealed class RecordingHost : ILiveHost
{
    private readonly CancellationTokenSource stop = new();

    public List<List<(string Text, bool IsLast)>> Places { get; } = [];

    public object? Cell { get; set; }

    public string Last => Places[^1][^1].Text;

    public ProgressSnapshot? Shown { get; private set; }

    public Func<TimeSpan, TimeSpan> Pause { get; set; } = _ => TimeSpan.Zero;

    public Action OnShow { get; set; } = () => { };

    public ILiveSurface Open()
    {
        Places.Add([]);
        return new Place(this, Places[^1]);
    }

    public CancellationTokenSource Interruption() => CancellationTokenSource.CreateLinkedTokenSource(stop.Token);

    public void Stop() => stop.Cancel();

    private sealed class Place(RecordingHost host, List<(string Text, bool IsLast)> shown) : ILiveSurface
    {
        public void Show(IInspectable thing, bool isLast)
        {
            shown.Add((thing.ToString()!, isLast));
            host.Shown = thing as ProgressSnapshot;
            host.OnShow();
        }

        public TimeSpan PauseAfter(TimeSpan elapsed) => host.Pause(elapsed);
    }
}
