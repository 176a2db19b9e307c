namespace NotebookGrad.Inspection;

/// <summary>How far a loop is, how long it takes, and what was measured on the way.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Parts">The loop, and those inside of it, the outermost first.</param>
/// <param name="Steps">How many steps were begun: items of the innermost loops, in all.</param>
/// <param name="StepNoun">What a step is called, such as <c>batch</c>.</param>
/// <param name="Share">How much of the way is done, from 0 to 1; null where its length is not known.</param>
/// <param name="Elapsed">How long it has gone on.</param>
/// <param name="Left">How long it will go on at the pace of late; null where that is not known.</param>
/// <param name="Rate">Steps a second, of late or, where it has ended, in all; NaN before the first.</param>
/// <param name="ItemRate">The same in items of the dataset; null where a step has no known number of them.</param>
/// <param name="Metrics">What was measured.</param>
/// <param name="Problem">Why it has failed, or null.</param>
public sealed record ProgressSnapshot(
    ProgressState State,
    IReadOnlyList<ProgressPart> Parts,
    long Steps,
    string StepNoun,
    double? Share,
    TimeSpan Elapsed,
    TimeSpan? Left,
    double Rate,
    double? ItemRate,
    IReadOnlyList<ProgressMetric> Metrics,
    string? Problem) : IInspectable
{
    private const int BarLength = 10;

    /// <summary>How far it is: <c>epoch 2 of 5 · 37 of 94 batches</c>.</summary>
    public string Heading => State switch
    {
        _ when Parts.Count == 0 => "nothing has begun",
        ProgressState.Finished when Parts.Count > 1 || Parts[0].Noun != StepNoun =>
            $"{Parts[0].Count}, {new ProgressPart(StepNoun, Steps, null).Count}",
        ProgressState.Finished => Parts[0].Count,
        ProgressState.Running => string.Join(" · ", [.. Outer, Parts[^1].Way]),
        ProgressState.Stopped => $"stopped at {Stop}",
        _ => $"failed at {Stop}",
    };

    /// <summary>How long it takes: <c>1.2 s · about 1.8 s left · 31 batches/s</c>.</summary>
    public string Timing =>
        Joined(TimeText.Of(Elapsed), Left is { } left ? $"about {TimeText.Of(left)} left" : "", Rates);

    /// <summary>All of it in a line, what matters most first: a terminal may be narrow.</summary>
    public override string ToString() => Joined(
    [
        Bar,
        Heading,
        Left is { } left ? $"{TimeText.Of(left)} left" : "",
        .. Metrics.Select(metric => FormattableString.Invariant($"{metric.Name} {metric.Last:G4}")),
        TimeText.Of(Elapsed),
        Rates,
        Problem ?? "",
    ]);

    private string Rates => Joined(RateText(Rate, StepNoun), RateText(ItemRate ?? 0, "item"));

    private IEnumerable<string> Outer => Parts.Take(Parts.Count - 1).Select(part => part.Place(part.Done + 1));

    private string Stop => string.Join(", ", Parts.Select(part => part.Place(part.Done)));

    private string Bar => Share is { } share && (int)(share * BarLength) is var filled
        ? $"[{new string('#', filled)}{new string('-', BarLength - filled)}] {(int)(share * 100),3}%"
        : "";

    private static string RateText(double rate, string noun) =>
        double.IsFinite(rate) && rate > 0 ? TimeText.Rate(rate, noun) : "";

    private static string Joined(params IEnumerable<string> parts) =>
        string.Join(" · ", parts.Where(part => part.Length > 0));
}
