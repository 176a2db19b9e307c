using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks.Footprints;

/// <summary>What there is in the course of some steps.</summary>
internal sealed record TrainingCurve(IReadOnlyList<Sample> All)
{
    /// <summary>How many samples a curve has.</summary>
    public const int Samples = 100;

    /// <summary>The largest growth that counts as none.</summary>
    public const double Aim = 0.02;

    private const int Tenth = Samples / 10;

    /// <summary>
    /// By which part the process has grown from the third tenth to the last, by medians: before, the runtime compiles
    /// what runs often, two times, and the collector finds its pace.
    /// </summary>
    public double Growth => (Median(All.TakeLast(Tenth)) / Median(All.Skip(2 * Tenth).Take(Tenth))) - 1;

    /// <summary>Runs a case so many times.</summary>
    public static TrainingCurve Measure(Case one, int steps)
    {
        Memory.EmptyCache();
        Memory.ResetPeakMemoryStats();
        one.Prepare();
        var samples = new List<Sample>(Samples);
        for (var step = 1; step <= steps; step++)
        {
            one.Run();
            if (step % (steps / Samples) == 0)
            {
                samples.Add(Sample.Take(step));
            }
        }

        return new TrainingCurve(samples);
    }

    private static double Median(IEnumerable<Sample> samples) =>
        Quantiles.Of([.. samples.Select(sample => (double)sample.Resident)]).Median;
}
