using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Moments of timelines that no engine tells.</summary>
internal static class NastyMoments
{
    /// <summary>Sizes in bytes, small, large and impossible.</summary>
    public static IReadOnlyList<long> Sizes { get; } = [long.MinValue, -1, 0, 1, 999, 1_000_000, long.MaxValue];

    /// <summary>Moments of every phase, out of order, with a name.</summary>
    public static MemoryMoment[] Of(string? name, long size = 8) =>
    [
        .. Enumerable.Range(0, 130).Select(number => new MemoryMoment(
            (MemoryPhase)(number % 4), number, name, name, [2], (DType)(number % 9), name, size, number, size)),
    ];
}
