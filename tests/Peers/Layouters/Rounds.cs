using System.Diagnostics;

namespace NotebookGrad.Peers.Layouters;

/// <summary>Times what is done several times.</summary>
internal static class Rounds
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    /// <summary>The median of so many rounds, or of fewer where they have taken a second.</summary>
    /// <param name="most">How many rounds at most.</param>
    /// <param name="round">One round; whether there may be another.</param>
    public static TimeSpan Median(int most, Func<bool> round)
    {
        var times = new List<TimeSpan>();
        var began = Stopwatch.GetTimestamp();
        bool goesOn;
        do
        {
            var start = Stopwatch.GetTimestamp();
            goesOn = round();
            times.Add(Stopwatch.GetElapsedTime(start));
        }
        while (goesOn && times.Count < most && Stopwatch.GetElapsedTime(began) < Enough);
        times.Sort();
        return times[times.Count / 2];
    }
}
