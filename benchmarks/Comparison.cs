using System.Diagnostics;
using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks;

/// <summary>Runs cases here and in PyTorch, in turns, so that what disturbs the machine disturbs both.</summary>
internal sealed class Comparison(Peer? peer, bool quick)
{
    /// <summary>Relative; float32 sums of some hundred terms in another order differ by less.</summary>
    private const double Tolerance = 1e-4;

    private readonly int rounds = quick ? 7 : 41;
    // A case of seconds is known after fewer rounds.
    private readonly TimeSpan patience = TimeSpan.FromSeconds(quick ? 8 : 20);
    private readonly int fewestRounds = quick ? 3 : 5;
    private readonly TimeSpan roundTime = TimeSpan.FromMilliseconds(quick ? 5 : 20);

    // The runtime compiles what runs often three times, the last time in the background and for good.
    private readonly TimeSpan warmUp = TimeSpan.FromMilliseconds(quick ? 1000 : 2000);
    private readonly TimeSpan peerWarmUp = TimeSpan.FromMilliseconds(200);

    // OpenBLAS' threads occupy their cores for a tenth of a second after their last work, looking out for more.
    private readonly TimeSpan pause = TimeSpan.FromMilliseconds(Threads.Count > 1 ? 150 : 0);

    /// <summary>Runs a case on both sides and compares the results.</summary>
    /// <returns>The number that both agree on.</returns>
    /// <exception cref="BenchmarkException">The results differ.</exception>
    public double Check(Case one)
    {
        one.Prepare();
        one.Run();
        one.Run();
        var ours = one.Check();
        var theirs = peer?.Check(one.Name) ?? ours;
        return Math.Abs(ours - theirs) <= Tolerance * Math.Abs(theirs) && ours != 0
            ? ours
            : throw new BenchmarkException(
                $"{one.Name}: the sides compute different things: {ours:R} here, {theirs:R} in PyTorch.");
    }

    /// <summary>Times a case that has been checked.</summary>
    public Row Measure(Case one, MachineLimits limits)
    {
        var repeat = Repeat(count => Time(one, count), warmUp);
        var peerRepeat = peer is null ? 0 : Repeat(count => peer.Time(one.Name, count), peerWarmUp);
        var (ours, theirs) = (new List<double>(), new List<double>());
        var start = Stopwatch.GetTimestamp();
        while (ours.Count < fewestRounds || (ours.Count < rounds && Stopwatch.GetElapsedTime(start) < patience))
        {
            Thread.Sleep(pause);
            ours.Add(Time(one, repeat).TotalMicroseconds / repeat);
            theirs.Add(peer is null ? 0 : peer.Time(one.Name, peerRepeat).TotalMicroseconds / peerRepeat);
        }

        var mine = Quantiles.Of(ours);
        var share = one.Work is { } work ? limits.Fraction(work, mine.Median / 1e6) : (double?)null;
        if (peer is null)
        {
            return new(one.Name, mine, null, null, one.Aim, share);
        }

        var ratio = Quantiles.Of(ours.Zip(theirs, (here, there) => here / there));
        return new(one.Name, mine, Quantiles.Of(theirs), ratio, one.Aim, share);
    }

    private static TimeSpan Time(Case one, int repeat)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeat; i++)
        {
            one.Run();
        }

        return Stopwatch.GetElapsedTime(start);
    }

    // Warms up, and returns how many iterations fill a round.
    private int Repeat(Func<int, TimeSpan> time, TimeSpan atLeast)
    {
        var count = 1;
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var taken = time(count);
            if (taken < roundTime / 2 && count < int.MaxValue / 2)
            {
                count *= 2;
            }
            else if (Stopwatch.GetElapsedTime(start) >= atLeast)
            {
                return count;
            }
        }
    }
}
