using System.Diagnostics;
using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks;

/// <summary>Runs cases here and in PyTorch, in turns, so that what disturbs the machine disturbs both.</summary>
internal sealed class Comparison(Target target, Peer? peer, bool quick)
{
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
        var ours = Result(one, target.Device);
        return peer is null ? ours : Agreed(one, ours, peer.Check(one.Name), "in PyTorch");
    }

    /// <summary>The same, and compares what a device computes with what the processor does.</summary>
    /// <returns>The number that all agree on.</returns>
    /// <exception cref="BenchmarkException">The results differ.</exception>
    public double CheckAll(Case one)
    {
        var ours = Check(one);
        return target.IsHost ? ours : Agreed(one, ours, Result(one, Device.Cpu), "on the processor");
    }

    /// <summary>
    /// What the machine does at best: a device as fast as it copies, whichever side has it do so.
    /// </summary>
    public MachineLimits Limits()
    {
        if (target.IsHost)
        {
            return MachineLimits.Measure(Threads.Count);
        }

        var copy = target.Cases[0];
        Check(copy);
        var row = Measure(copy, limits: null);
        copy.Release();
        var fastest = Math.Min(row.Ours.Median, row.Theirs?.Median ?? row.Ours.Median);
        return new(Threads.Count, Flops: null, copy.Work!.Amount / fastest * 1e6);
    }

    /// <summary>Times a case that has been checked.</summary>
    public Row Measure(Case one, MachineLimits? limits)
    {
        var repeat = Repeat(count => Time(one, count), warmUp);
        var peerRepeat = peer is null ? 0 : Repeat(count => peer.Time(one.Name, count), peerWarmUp);
        if (!target.IsHost && peer is not null)
        {
            // A device begins before the last call is made, and ends after it: both sides have that once in so many.
            repeat = peerRepeat = Math.Max(repeat, peerRepeat);
        }

        var (ours, theirs) = (new List<double>(), new List<double>());
        var start = Stopwatch.GetTimestamp();
        while (ours.Count < fewestRounds || (ours.Count < rounds && Stopwatch.GetElapsedTime(start) < patience))
        {
            Thread.Sleep(pause);
            ours.Add(Time(one, repeat).TotalMicroseconds / repeat);
            theirs.Add(peer is null ? 0 : peer.Time(one.Name, peerRepeat).TotalMicroseconds / peerRepeat);
        }

        var mine = Quantiles.Of(ours);
        var share = one.Work is { } work ? limits?.Fraction(work, mine.Median / 1e6) : null;
        if (peer is null)
        {
            return new(one.Name, mine, null, null, one.Aim, share);
        }

        var ratio = Quantiles.Of(ours.Zip(theirs, (here, there) => here / there));
        return new(one.Name, mine, Quantiles.Of(theirs), ratio, one.Aim, share);
    }

    private static double Result(Case one, Device device)
    {
        using (device.Use())
        {
            one.Prepare();
            one.Run();
            one.Run();
            return one.Check();
        }
    }

    private static double Agreed(Case one, double ours, double theirs, string where) =>
        Math.Abs(ours - theirs) <= one.Tolerance * Math.Abs(theirs) && ours != 0
            ? ours
            : throw new BenchmarkException(
                $"{one.Name}: the sides compute different things: {ours:R} here, {theirs:R} {where}.");

    private TimeSpan Time(Case one, int repeat)
    {
        target.Device.Synchronize();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeat; i++)
        {
            one.Run();
        }

        target.Device.Synchronize();
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
