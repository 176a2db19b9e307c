using System.Diagnostics;
using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks;

/// <summary>What one core does at best, measured in the same run as the cases.</summary>
/// <param name="Flops">Float32 operations a second in multiply-adds on registers.</param>
/// <param name="Bandwidth">Bytes read and written a second by a copy of 2²⁰ float32.</param>
internal sealed record MachineLimits(double Flops, double Bandwidth)
{
    private const int Rounds = 100;
    private const int Count = 1 << 20;

    /// <summary>Measures both.</summary>
    public static MachineLimits Measure()
    {
        var source = new float[Count];
        var target = new float[Count];
        var copy = Best(() => source.CopyTo(target, 0));
        return new(PeakArithmetic.Operations / Best(PeakArithmetic.Run), 2.0 * Count * sizeof(float) / copy);
    }

    /// <summary>The share of the limit that so many seconds for some work mean.</summary>
    public double Fraction(Work work, double seconds) =>
        work.Amount / seconds / (work.Kind == WorkKind.Arithmetic ? Flops : Bandwidth);

    private static double Best(Action action)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);

            // Whatever else disturbs the machine will not do so in every round.
            Thread.Sleep(2);
        }

        return best;
    }
}
