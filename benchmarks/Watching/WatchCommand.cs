using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks.Watching;

/// <summary>
/// The command <c>watch</c>: what watching gradients costs. Steps of training in turns without and with a
/// <see cref="GradientFlow"/>, which looks at every tenth.
/// </summary>
internal static class WatchCommand
{
    /// <summary>The most time that watching should take, by that of the step.</summary>
    private const double Aim = 0.05;

    private const int Every = 10;
    private const int Rounds = 41;
    private const string Columns = "{0,-70} {1,12} {2,12} {3,9} {4,17}";

    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var filter = new Option<string>("--filter")
        {
            Description = "Only steps whose name contains this",
            DefaultValueFactory = _ => string.Empty,
        };
        var command = new Command("watch", "Times steps of training alone, and while a gradient flow watches them.")
        {
            filter,
        };
        command.SetAction(arguments =>
        {
            Threads.Count = 1;
            Write("µs", "alone", "watched", "more", "quartiles");
            foreach (var one in AllCases.Containing(arguments.GetValue(filter)!).Where(IsWatched))
            {
                Measure(one);
            }

            return 0;
        });
        return command;
    }

    // A compiled step has no backward pass of its own.
    private static bool IsWatched(Case one) => one.Name.StartsWith("step of ", StringComparison.Ordinal);

    private static void Measure(Case one)
    {
        one.Prepare();
        one.Run();
        Tensor[] parameters = [.. one.Parameters];
        var steps = Steps(one);
        var (alone, watched) = (new List<double>(), new List<double>());
        var start = Stopwatch.GetTimestamp();
        while (alone.Count < Rounds && Stopwatch.GetElapsedTime(start) < Patience)
        {
            alone.Add(Time(one, steps));
            watched.Add(Watched(one, parameters, steps));
        }

        var more = Quantiles.Of(alone.Zip(watched, (without, with) => (with / without) - 1));
        Write(
            one.Name, Number(Quantiles.Of(alone).Median), Number(Quantiles.Of(watched).Median), Share(more.Median),
            $"{Share(more.Lower)} to {Share(more.Upper)}" + (more.Median > Aim ? " above" : ""));
        one.Release();
    }

    // The first steps are all looked at, so that time is taken after them.
    private static double Watched(Case one, Tensor[] parameters, int steps)
    {
        using var flow = GradientFlow.Watch(parameters, Every);
        _ = Time(one, Every);
        return Time(one, steps);
    }

    // Steps that fill a round, a multiple of those between two looks; meanwhile the runtime compiles what runs often.
    private static int Steps(Case one)
    {
        Tensor[] parameters = [.. one.Parameters];
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            _ = Time(one, Every);
            _ = Watched(one, parameters, Every);
        }

        return Every * Math.Max(1, (int)(RoundTime.TotalMicroseconds / Time(one, Every) / Every));
    }

    private static double Time(Case one, int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            one.Run();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / steps;
    }

    private static void Write(params object[] cells) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Columns, cells));

    private static string Number(double microseconds) => microseconds.ToString("N1", CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("P1", CultureInfo.InvariantCulture);
}
