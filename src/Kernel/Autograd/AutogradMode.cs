using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// What holds in one flow of execution: whether operations are recorded, and who watches them. It flows with await, so
/// that a mode set before it holds after it, on whatever thread; other flows do not see it.
/// </summary>
internal sealed record AutogradMode
{
    private static readonly AsyncLocal<AutogradMode?> Flow = new();
    private static readonly AutogradMode Plain = new();

    // Looking at the flow costs nanoseconds in every operation; a process without watching scopes is spared them.
    private static int watching;

    /// <summary>The mode here and now.</summary>
    public static AutogradMode Current => Flow.Value ?? Plain;

    /// <summary>Whether more holds in some flow than that nothing is recorded, or that it is.</summary>
    public static bool IsAnyWatched => Volatile.Read(ref watching) > 0;

    /// <summary>Whether tensors made here and now can never take part in recorded work.</summary>
    public static bool MakesInferenceTensors => IsAnyWatched && Current.IsInference;

    /// <summary>Whether NaN and ∞ are looked for here and now.</summary>
    public static bool FindsAnomalies => IsAnyWatched && Current.DetectsAnomaly;

    /// <summary>Whether the processor must not, here and now, compute for other devices.</summary>
    public static bool StaysOnDevices => IsAnyWatched && Current.IsStrict;

    /// <summary>Who packs, here and now, the tensors that nodes keep, or null.</summary>
    public static ITensorPacker? CurrentPacker => IsAnyWatched ? Current.Packer : null;

    /// <summary>The module that what is recorded here and now belongs to, or null.</summary>
    public static GraphModule? CurrentModule => IsAnyWatched ? Current.Module : null;

    /// <summary>Who writes down, here and now, what the backend is asked to do, or null.</summary>
    public static Recorder? CurrentRecorder => IsAnyWatched ? Current.Recorder : null;

    /// <summary>Where tensors are made, here and now, that are not told where; null where nothing was said.</summary>
    public static Device? CurrentDevice => IsAnyWatched ? Current.Device : null;

    /// <summary>Whether, here and now, whatever is made counts by itself, so that none of it is to be shared.</summary>
    public static bool SeesAllThatIsMade =>
        IsAnyWatched && Current is { Recorder: not null } or { Packer: not null };

    /// <summary>Whether nothing is recorded.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Whether <see cref="Autograd.InferenceMode"/> holds.</summary>
    public bool IsInference { get; init; }

    /// <summary>Whether <see cref="Autograd.DetectAnomaly"/> holds.</summary>
    public bool DetectsAnomaly { get; init; }

    /// <summary>Whether <see cref="Device.Strict"/> holds.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Who packs the tensors that nodes keep, or null.</summary>
    public ITensorPacker? Packer { get; init; }

    /// <summary>The module that what is recorded belongs to, or null.</summary>
    public GraphModule? Module { get; init; }

    /// <summary>Who writes down what the backend is asked to do, or null.</summary>
    public Recorder? Recorder { get; init; }

    /// <summary>Where tensors are made that are not told where; null where nothing was said.</summary>
    public Device? Device { get; init; }

    /// <summary>Whether more holds than that nothing is recorded, or that it is.</summary>
    public bool IsWatched => IsInference || DetectsAnomaly || IsStrict
        || Packer is not null || Module is not null || Recorder is not null || Device is not null;

    /// <summary>Makes this the mode until the returned scope ends.</summary>
    public IDisposable Enter() => new Scope(this);

    private sealed class Scope : IDisposable
    {
        private readonly AutogradMode? before = Flow.Value;
        private readonly bool watches;
        private bool ended;

        public Scope(AutogradMode mode)
        {
            Flow.Value = mode;
            watches = mode.IsWatched;
            if (watches)
            {
                Interlocked.Increment(ref watching);
            }
        }

        public void Dispose()
        {
            if (ended)
            {
                return;
            }

            ended = true;
            Flow.Value = before;
            if (watches)
            {
                Interlocked.Decrement(ref watching);
            }
        }
    }
}
