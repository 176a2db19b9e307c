namespace NotebookGrad.Sampling;

/// <summary>
/// The streams of random numbers that a computation has drawn from, so that it can draw the same again.
/// </summary>
internal sealed class RandomStreams
{
    private static readonly AsyncLocal<RandomStreams?> Flow = new();

    private readonly List<(ulong Key, ulong Stream)> drawn = [];
    private RandomStreams? outer;
    private bool isReplaying;
    private int next;

    /// <summary>Notes what this flow draws from until the returned scope ends.</summary>
    public IDisposable Record() => new Scope(this, replays: false);

    /// <summary>
    /// Has this flow draw from the same streams in the same order until the returned scope ends; the others of the
    /// process are not disturbed.
    /// </summary>
    public IDisposable Replay() => new Scope(this, replays: true);

    /// <summary>The stream for the next tensor: the one noted, or a fresh one.</summary>
    public static (ulong Key, ulong Stream) Next(Func<(ulong Key, ulong Stream)> fresh)
    {
        AutogradMode.CurrentRecorder?.Refuse("it draws random numbers, which must be others in each call");
        return Flow.Value is { } streams ? streams.Take(fresh) : fresh();
    }

    private (ulong Key, ulong Stream) Take(Func<(ulong Key, ulong Stream)> fresh)
    {
        lock (drawn)
        {
            if (isReplaying && next < drawn.Count)
            {
                return drawn[next++];
            }
        }

        var stream = outer is null ? fresh() : outer.Take(fresh);
        if (!isReplaying)
        {
            lock (drawn)
            {
                drawn.Add(stream);
            }
        }

        return stream;
    }

    private sealed class Scope : IDisposable
    {
        private readonly RandomStreams? before = Flow.Value;
        private readonly RandomStreams streams;

        public Scope(RandomStreams streams, bool replays)
        {
            (this.streams, Flow.Value) = (streams, streams);
            (streams.outer, streams.isReplaying, streams.next) = (before, replays, 0);
        }

        public void Dispose()
        {
            Flow.Value = before;
            (streams.outer, streams.isReplaying) = (null, false);
        }
    }
}
