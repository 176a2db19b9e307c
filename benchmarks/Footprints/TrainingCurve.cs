using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks.Footprints;

/// <summary>What there is in the course of some steps, and of those before that warmed the process up.</summary>
/// <param name="All">The samples.</param>
/// <param name="WarmUp">How many of them are of the warm-up.</param>
internal sealed record TrainingCurve(IReadOnlyList<Sample> All, int WarmUp)
{
    /// <summary>How many samples a curve has after the warm-up.</summary>
    public const int Samples = 100;

    /// <summary>The largest growth that counts as none.</summary>
    public const double Aim = 0.02;

    private const int Tenth = Samples / 10;

    // The runtime compiles what runs often anew, and what that takes stays in the process. It has come to an end when a
    // tenth of the steps adds no more than this to the methods compiled. Where it never does, the steps count all the
    // same, and so does their growth.
    private const double FewMethods = 0.001;
    private const int LongestWarmUp = 5 * Samples;

    /// <summary>By which part the process has grown from the first tenth that counts to the last, by medians.</summary>
    public double Growth => (Median(All.TakeLast(Tenth)) / Median(All.Skip(WarmUp).Take(Tenth))) - 1;

    /// <summary>Runs a case until it is warm, and then so many times.</summary>
    public static TrainingCurve Measure(Case one, int steps)
    {
        Memory.EmptyCache();
        Memory.ResetPeakMemoryStats();
        one.Prepare();
        var all = new List<Sample>(LongestWarmUp + Samples);
        while (!IsWarm(all) && all.Count < LongestWarmUp)
        {
            Run(Tenth);
        }

        var warmUp = all.Count;
        Run(Samples);
        return new TrainingCurve(all, warmUp);

        void Run(int samples)
        {
            for (var step = 1; step <= samples * (steps / Samples); step++)
            {
                one.Run();
                if (step % (steps / Samples) == 0)
                {
                    all.Add(Sample.Take((all.Count + 1) * (steps / Samples)));
                }
            }
        }
    }

    /// <summary>Whether the runtime has compiled next to nothing in the last tenth.</summary>
    public static bool IsWarm(IReadOnlyList<Sample> samples) => samples.Count > Tenth
        && samples[^1].Methods - samples[^(Tenth + 1)].Methods <= FewMethods * samples[^1].Methods;

    private static double Median(IEnumerable<Sample> samples) =>
        Quantiles.Of([.. samples.Select(sample => (double)sample.Resident)]).Median;
}
