using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Loops with progress.</summary>
internal static class Loops
{
    /// <summary>In the second of five epochs, with a loss that falls and an accuracy an epoch.</summary>
    public static ProgressSnapshot Running { get; } = new(
        ProgressState.Running,
        [new("epoch", 1, 5), new("batch", 37, 94)],
        131,
        "batch",
        Share: 0.2787,
        TimeSpan.FromSeconds(4.2),
        TimeSpan.FromSeconds(10.9),
        Rate: 31.2,
        ItemRate: 998,
        [Falling("loss", 131), new ProgressMetric("accuracy", 0.81, [new(94, 94, 0.81, 0.81, 0.81)], 0, 0)],
        null);

    /// <summary>A loss over so many steps that neighbours are joined, and NaN at the end.</summary>
    public static ProgressSnapshot Long { get; } = Running with
    {
        State = ProgressState.Failed,
        Left = null,
        Steps = 1_000_000,
        Metrics = [Falling("loss", 1_000_000) with { Last = double.NaN, NotFinite = 57, FirstNotFinite = 999_944 }],
        Problem = "item 3 of ImageFolder of 9 items: the file is cut off",
    };

    /// <summary>One in which everything is called as asked.</summary>
    public static ProgressSnapshot Of(string text) => Running with
    {
        State = ProgressState.Stopped,
        Left = null,
        Parts = [new(text, 1, 2), new(text, 3, null)],
        StepNoun = text,
        Metrics = [Falling(text, 10), Falling(text, 300)],
        Problem = text,
    };

    /// <summary>One with these numbers wherever one stands.</summary>
    public static ProgressSnapshot Of(double value, long count) => Running with
    {
        State = (ProgressState)(count % 5),
        Parts = [.. Enumerable.Repeat(new ProgressPart("step", count, -count), count == 0 ? 0 : 3)],
        Steps = count,
        Share = value,
        Left = TimeSpan.MaxValue,
        Elapsed = TimeSpan.MinValue,
        Rate = value,
        ItemRate = value,
        Metrics = [new("m", value, [new(count, 0, value, value, -value), new(0, count, 1, 0, value)], count, count)],
    };

    /// <summary>As much as a picture holds, and more.</summary>
    public static ProgressSnapshot Large() => Running with
    {
        Steps = 100_000_000,
        Metrics = [.. Enumerable.Range(0, 12).Select(i => Falling($"quantity number {i}", 100_000_000))],
    };

    private static ProgressMetric Falling(string name, long steps)
    {
        var random = new Random(1);
        var count = (int)Math.Min(steps, ProgressMetric.MostPoints);
        ProgressPoint Point(int index)
        {
            var mean = 2.3 * Math.Exp(-3.0 * index / count) * (0.9 + (0.2 * random.NextDouble()));
            var spread = steps > count ? 0.1 * random.NextDouble() : 0;
            return new(
                1 + (index * steps / count), (index + 1) * steps / count, mean, mean * (1 - spread), mean * (1 + spread));
        }

        ProgressPoint[] points = [.. Enumerable.Range(0, count).Select(Point)];
        return new(name, points[^1].Mean, points, 0, 0);
    }
}
