using System.Diagnostics;
using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks;

/// <summary>What a machine does at best, measured in the same run as the cases.</summary>
/// <param name="Threads">The threads that worked at once.</param>
/// <param name="Flops">
/// Float32 operations a second in multiply-adds on registers, of all together; null where nobody has measured it.
/// </param>
/// <param name="Bandwidth">
/// Bytes read and written a second by copies: on the processor of 2²⁰ float32, of all threads together.
/// </param>
internal sealed record MachineLimits(int Threads, double? Flops, double Bandwidth)
{
    private const int Rounds = 100;
    private const int Count = 1 << 20;

    /// <summary>Measures what so many cores do at once.</summary>
    public static MachineLimits Measure(int threads) => new(
        threads,
        PeakArithmetic.Operations * Rate(threads, () => PeakArithmetic.Run),
        2.0 * Count * sizeof(float) * Rate(threads, Copy));

    /// <summary>
    /// The share of the limit that so many seconds for some work mean; null where the limit is not known.
    /// </summary>
    public double? Fraction(Work work, double seconds) =>
        work.Amount / seconds / (work.Kind == WorkKind.Arithmetic ? Flops : Bandwidth);

    private static Action Copy()
    {
        var source = new float[Count];
        var target = new float[Count];
        return () => source.CopyTo(target, 0);
    }

    /// <summary>How often a second all threads together do something.</summary>
    private static double Rate(int threads, Func<Action> prepare)
    {
        using var start = new Barrier(threads);
        var rates = new double[threads];
        var workers = Array.ConvertAll(
            rates, _ => new Thread(index => rates[(int)index!] = 1 / Best(prepare(), start)));
        for (var i = 0; i < threads; i++)
        {
            workers[i].Start(i);
        }

        Array.ForEach(workers, worker => worker.Join());
        return rates.Sum();
    }

    private static double Best(Action action, Barrier start)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            start.SignalAndWait();
            var begin = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);

            // Whatever else disturbs the machine will not do so in every round.
            Thread.Sleep(2);
        }

        return best;
    }
}
