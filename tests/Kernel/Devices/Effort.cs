namespace NotebookGrad.Tests.Devices;

/// <summary>How much of what a suite could try it tries on the default device.</summary>
internal static class Effort
{
    private const string Whole = "NOTEBOOKGRAD_TEST_ALL";

    /// <summary>
    /// Whether a part must do. A launch takes a simulated accelerator a hundred times as long as any other device; who
    /// has an hour sets the environment variable.
    /// </summary>
    public static bool IsPartial =>
        Device.Default.Name.StartsWith("simulated", StringComparison.Ordinal)
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Whole));

    /// <summary>All of them or, where a part must do, at most so many, spread evenly from the first to the last.</summary>
    public static IEnumerable<T> Of<T>(IReadOnlyList<T> all, int part)
    {
        var count = IsPartial ? Math.Min(part, all.Count) : all.Count;
        return Enumerable.Range(0, count).Select(i => all[(int)((long)i * (all.Count - 1) / Math.Max(count - 1, 1))]);
    }
}
