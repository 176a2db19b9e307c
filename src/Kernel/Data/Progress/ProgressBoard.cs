using NotebookGrad.Inspection;

namespace NotebookGrad.Data;

/// <summary>
/// The picture of a loop and of those that begin inside of it: how far they are, and what was measured. While one runs,
/// it takes the values on which <c>Backward</c> is called in the same flow of execution.
/// </summary>
internal sealed class ProgressBoard : IPassObserver
{
    private static readonly AsyncLocal<ProgressBoard?> Flow = new();

    private readonly ILiveHost host;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly MetricTable metrics = new();
    private readonly LiveDisplay display;
    private readonly Func<ProgressSnapshot> picture;

    // The outermost first. One that has ended stays until the one around it goes on: that is how far it came.
    private readonly List<ProgressRun> runs = [];
    private int active;
    private long steps;
    private string noun = "";
    private int itemsOfStep;
    private TimeSpan before;
    private long begun;
    private ProgressState state;
    private string? problem;
    private CancellationTokenSource? interruption;
    private IDisposable? subscription;

    public ProgressBoard(ILiveHost host, TimeProvider clock)
    {
        (this.host, this.clock) = (host, clock);
        display = new LiveDisplay(host, clock);
        picture = Snapshot;
    }

    /// <summary>The board of the loop that runs here, or null.</summary>
    public static ProgressBoard? Current => Flow.Value is { active: > 0 } board ? board : null;

    private TimeSpan Elapsed => before + (active > 0 ? clock.GetElapsedTime(begun) : TimeSpan.Zero);

    /// <summary>A loop begins, inside of those that run.</summary>
    /// <param name="counted">What it counts.</param>
    /// <param name="first">How many are done before it.</param>
    /// <param name="total">How many there are with these; null where that is not known.</param>
    /// <param name="items">How many items of a dataset are in one; 0 where that is not known.</param>
    public ProgressRun Begin(string counted, long first, long? total, int items)
    {
        lock (gate)
        {
            Forget(active);
            var isOutermost = active++ == 0;
            if (isOutermost)
            {
                (Flow.Value, begun, state, problem) = (this, clock.GetTimestamp(), ProgressState.Running, null);
                display.Renew();
                subscription = PassObservers.Add(this);
                interruption = host.Interruption();
            }
            else if (runs.LastOrDefault() is { IsStep: true } around)
            {
                around.IsStep = false;
                steps--;
            }

            (noun, itemsOfStep) = (counted, items);
            var run = new ProgressRun(this, counted, first, total, Elapsed);
            runs.Add(run);
            if (isOutermost)
            {
                interruption!.Token.Register(Interrupt);
            }

            return run;
        }
    }

    /// <summary>The body of a loop has been through what it was given.</summary>
    /// <exception cref="OperationCanceledException">The user has stopped the loop.</exception>
    public void Return(ProgressRun run)
    {
        lock (gate)
        {
            if (interruption is { IsCancellationRequested: true })
            {
                Interrupt();
                throw new OperationCanceledException(Snapshot().Heading, interruption.Token);
            }

            // Of loops in several tasks, one may have been forgotten for another.
            Forget(runs.Contains(run) ? runs.IndexOf(run) + 1 : runs.Count);
            run.Done = run.Begun;
            var (share, now) = (0.0, Elapsed);
            foreach (var each in Enumerable.Reverse(runs))
            {
                each.Advance(share, now);
                share = each.Share ?? 0;
            }

            display.Update(picture);
        }
    }

    /// <summary>A loop has got the next to go through, or has come to its end.</summary>
    public void HandOut(ProgressRun run, bool isThere)
    {
        lock (gate)
        {
            (run.IsStep, run.IsFinished, problem) = (isThere, !isThere, null);
            if (isThere)
            {
                run.Begun++;
                steps++;
            }
        }
    }

    /// <summary>What a loop goes through has thrown an exception.</summary>
    public void Fail(Exception exception)
    {
        lock (gate)
        {
            problem = exception.Message.Split('\n')[0];
        }
    }

    /// <summary>A loop is left, at its end or before.</summary>
    public void End(ProgressRun run)
    {
        IDisposable?[] used = [];
        lock (gate)
        {
            if (run.HasEnded)
            {
                return;
            }

            run.HasEnded = true;
            before = Elapsed;
            begun = clock.GetTimestamp();
            if (--active == 0)
            {
                if (state == ProgressState.Running)
                {
                    state = run.IsFinished ? ProgressState.Finished
                        : problem is null ? ProgressState.Stopped
                        : ProgressState.Failed;
                    display.End(Snapshot());
                }

                used = [subscription, interruption];
                (subscription, interruption, Flow.Value) = (null, null, null);
            }
        }

        // Elsewhere, since one who interrupts may be waiting for the gate.
        Array.ForEach(used, one => one?.Dispose());
    }

    /// <summary>Something was measured.</summary>
    /// <exception cref="ArgumentException">It is one quantity too many.</exception>
    public void Report(string name, double value)
    {
        lock (gate)
        {
            metrics.Add(name, steps, value);
            if (active > 0)
            {
                display.Update(picture);
            }
            else
            {
                display.End(Snapshot());
            }
        }
    }

    /// <inheritdoc/>
    public IPassWatch? Begin(IReadOnlyList<Tensor> roots)
    {
        if (Flow.Value == this && AutogradMode.CurrentRecorder is null && roots is [{ Count: 1 } root])
        {
            lock (gate)
            {
                metrics.AddLoss(root.Name, steps, ValueInspector.Read(root)[0]);
            }
        }

        return null;
    }

    /// <summary>How the loops stand now.</summary>
    public ProgressSnapshot Snapshot()
    {
        lock (gate)
        {
            var isRunning = state == ProgressState.Running && runs.Count > 0;
            var whole = runs.FirstOrDefault(run => run.Share is not null);
            var rate = isRunning ? runs[^1].Pace.Rate : steps / Elapsed.TotalSeconds;
            return new ProgressSnapshot(
                state,
                [.. runs.Select(run => run.Part(isAtStop: state is ProgressState.Stopped or ProgressState.Failed))],
                steps,
                noun,
                whole?.Share,
                Elapsed,
                isRunning ? whole?.Left : null,
                rate,
                itemsOfStep > 0 ? rate * itemsOfStep : null,
                metrics.Snapshot(),
                problem);
        }
    }

    /// <summary>
    /// The user has stopped the loop. It is shown at once: when the loop gets to know, a host may not listen.
    /// </summary>
    private void Interrupt()
    {
        lock (gate)
        {
            if (active > 0 && state == ProgressState.Running)
            {
                state = ProgressState.Stopped;
                display.End(Snapshot());
            }
        }
    }

    private void Forget(int from)
    {
        if (from < runs.Count)
        {
            runs.RemoveRange(from, runs.Count - from);
        }
    }
}
