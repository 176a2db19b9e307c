using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>What is told of a loop, in words that can be drawn, and axes for what was measured.</summary>
internal sealed class ProgressReading
{
    private const int LongestWords = 200;
    private const int MostTicks = 7;

    private readonly ProgressSnapshot progress;

    public ProgressReading(ProgressSnapshot progress)
    {
        this.progress = progress;
        Heading = PlainName.Of(progress.Heading, LongestWords) ?? "progress";
        Timing = PlainName.Of(progress.Timing, LongestWords) ?? "";
        Problem = PlainName.Of(progress.Problem ?? "", LongestWords);
        Noun = PlainName.Of(progress.StepNoun) ?? "step";
        Share = progress.Share is >= 0 and <= 1 and var share ? share : null;
        X = CurveAxis.Exact(1, Math.Max(1, progress.Steps), MostTicks);
        Curves = [.. progress.Metrics.Select((metric, index) => new MetricCurve(metric, index, Noun))];
    }

    /// <summary>How far it is.</summary>
    public string Heading { get; }

    /// <summary>How long it takes.</summary>
    public string Timing { get; }

    /// <summary>Why it has failed, or null.</summary>
    public string? Problem { get; }

    /// <summary>What a step is called.</summary>
    public string Noun { get; }

    /// <summary>How much of the way is done, from 0 to 1; null where its length is not known.</summary>
    public double? Share { get; }

    /// <summary>Whether it goes on.</summary>
    public bool IsRunning => progress.State == ProgressState.Running;

    /// <summary>The axis of the steps.</summary>
    public CurveAxis X { get; }

    /// <summary>What was measured.</summary>
    public IReadOnlyList<MetricCurve> Curves { get; }

    /// <summary>All of it, for those who do not see it.</summary>
    public string Words => string.Join("; ", [$"{Heading}, {Timing}", .. Curves.Select(curve => curve.Words)]);
}
