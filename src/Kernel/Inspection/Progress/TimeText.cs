namespace NotebookGrad.Inspection;

/// <summary>Times and rates as people say them.</summary>
internal static class TimeText
{
    /// <summary>A time: <c>1.2 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Of(TimeSpan time) => FormattableString.Invariant(time.TotalSeconds switch
    {
        < 9.95 => $"{time.TotalSeconds:0.0} s",
        < 59.5 => $"{time.TotalSeconds:0} s",
        < 3599.5 => $"{Whole(time, 1) / 60} min {Whole(time, 1) % 60} s",
        _ => $"{Whole(time, 60) / 60} h {Whole(time, 60) % 60} min",
    });

    /// <summary>A rate: <c>31 batches/s</c>, or <c>2.5 s/batch</c> where it is below one.</summary>
    public static string Rate(double rate, string noun) => FormattableString.Invariant(rate switch
    {
        < 1 => $"{Of(TimeSpan.FromSeconds(Math.Min(1 / rate, 1e9)))}/{noun}",
        < 9.95 => $"{rate:0.0} {ProgressPart.PluralOf(noun)}/s",
        _ => $"{rate:N0} {ProgressPart.PluralOf(noun)}/s",
    });

    private static long Whole(TimeSpan time, int seconds) => (long)Math.Round(time.TotalSeconds / seconds);
}
