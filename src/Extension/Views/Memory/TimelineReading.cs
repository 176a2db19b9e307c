using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A timeline made ready for reading: at most <see cref="MostBars"/> bars, with their names.</summary>
internal sealed class TimelineReading
{
    private const int MostBars = 60;
    private const int MostKeepers = 3;

    private readonly MemoryTimeline timeline;

    public TimelineReading(MemoryTimeline timeline, IReadOnlyDictionary<long, string> names)
    {
        this.timeline = timeline;

        // A variable of the cell that is running has its name only by the time its value is shown.
        var root = timeline.Moments.LastOrDefault(moment => moment.Phase == MemoryPhase.Forward);
        var variable = root is null ? null : PlainName.Of(names.GetValueOrDefault(root.Id));
        Title = $"memory of {PlainName.Of(timeline.Name) ?? variable ?? "a tensor"} over time";
        var together = Math.Max(1, (int)Math.Ceiling(timeline.Moments.Count / (MostBars - 2.0)));
        var (kept, peak) = (0L, timeline.Peak);
        var bars = new List<TimelineBar>();
        foreach (var phase in timeline.Moments.GroupBy(moment => moment.Phase).OrderBy(phase => phase.Key))
        {
            foreach (var moments in phase.Chunk(together))
            {
                var isPeak = moments.Contains(peak);
                bars.Add(new TimelineBar(moments, moments[^1].KeptBytes - kept, isPeak, names));
                kept = moments[^1].KeptBytes;
            }
        }

        Bars = bars;
        TopKeepers = bars.Where(bar => bar is { Phase: MemoryPhase.Forward, NewlyKept: > 0, IsMixed: false })
            .OrderByDescending(bar => bar.NewlyKept).Take(MostKeepers).ToHashSet();
    }

    /// <summary>What the picture is about.</summary>
    public string Title { get; }

    /// <summary>The bars, in the order of time.</summary>
    public IReadOnlyList<TimelineBar> Bars { get; }

    /// <summary>The operations that add the most to what is kept.</summary>
    public IReadOnlySet<TimelineBar> TopKeepers { get; }

    /// <summary>The bar of the peak; null where there is none.</summary>
    public TimelineBar? Peak => Bars.FirstOrDefault(bar => bar.IsPeak);

    /// <summary>The header: <c>31,376 bytes kept for backward · peak 45,000 bytes, backward of add</c>.</summary>
    public string Summary => Peak is { } peak
        ? $"{NumberText.Bytes(timeline.KeptBytes)} kept for backward · "
            + $"peak {NumberText.Bytes(peak.Most.TotalBytes)}, {peak.When}"
        : "no operation recorded";

    /// <summary>What to do in order to see more; null where everything is there.</summary>
    public string? Advice => timeline.Advice;
}
