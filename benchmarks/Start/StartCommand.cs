using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace NotebookGrad.Benchmarks.Start;

/// <summary>
/// The command <c>start</c>: from the start of a process to the first gradient, and to its picture, beside a Python
/// that imports torch and computes the same.
/// </summary>
internal static class StartCommand
{
    private const int Rounds = 15;
    private const double Aim = 0.5;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("start", "Times processes from their start to the first gradient, beside PyTorch's.");
        command.SetAction(_ => Compare());
        return command;
    }

    private static void Compare()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "NotebookGrad.FirstGradient.dll");
        var script = Path.Combine(AppContext.BaseDirectory, "peers", "first_gradient.py");
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        (string File, string[] Arguments)[] commands =
        [
            (Peer.Python(), [script]),
            (dotnet, [program]),
            (dotnet, [program, "picture"]),
        ];

        // The first time reads the files; later ones find them in memory, as from the second lecture on.
        foreach (var command in commands)
        {
            Time(command.File, command.Arguments);
        }

        var times = new double[commands.Length][];
        Array.ForEach([0, 1, 2], index => times[index] = new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < commands.Length; index++)
            {
                times[index][round] = Time(commands[index].File, commands[index].Arguments);
            }
        }

        Console.WriteLine($"from process start, medians of {Rounds}, in turns:");
        Write("Python, import torch, first gradient", times[0], times[0]);
        Write("NotebookGrad, first gradient", times[1], times[0]);
        Write("NotebookGrad, first gradient and its picture", times[2], times[0]);
    }

    private static double Time(string file, string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && output.Contains("24", StringComparison.Ordinal)
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new BenchmarkException(
                $"{file} {string.Join(' ', arguments)} ended with {process.ExitCode} and without the gradient 24.");
    }

    private static void Write(string what, double[] times, double[] theirs)
    {
        var ratio = Quantiles.Of(times.Zip(theirs, (ours, their) => ours / their));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-46} {Quantiles.Of(times).Median,6:0} ms  {ratio.Median:0.00} of PyTorch's (aim ≤ {Aim})"));
    }
}
