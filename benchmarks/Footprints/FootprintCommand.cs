using System.CommandLine;
using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks.Footprints;

/// <summary>The command <c>memory</c>: what training takes over time, and the peak of a deep graph.</summary>
internal static class FootprintCommand
{
    private const string Deep = "chain of 100 relu over 1M, forward and backward";
    private const string Training = "step of an MLP 64×784-128-10, relu, cross-entropy, SGD";
    private const int DeepIterations = 10;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var peerOption = new Option<string?>("--peer") { Description = "Also ask this library for its peak: torch" };
        peerOption.AcceptOnlyFromAmong("torch");
        var steps = new Option<int>("--steps")
        {
            Description = "Steps of training after the warm-up, a multiple of 100",
            DefaultValueFactory = _ => 10_000,
        };
        steps.Validators.Add(result =>
        {
            const int samples = TrainingCurve.Samples;
            var count = result.GetValue(steps);
            if (count < samples || count % samples != 0)
            {
                result.AddError($"--steps {count}: the curve has {samples} samples; give a multiple of it");
            }
        });
        var json = new Option<FileInfo?>("--json") { Description = "A file for all numbers" };
        var command = new Command(
            "memory",
            "Trains a network step by step and prints what the process and the allocator have; before it, the peak of "
                + "a deep graph over what the process had at its start, side by side with PyTorch.")
        {
            peerOption, steps, json,
        };
        command.SetAction(arguments =>
        {
            // Peaks only grow: ours is measured before the process has done anything else.
            var ours = ProcessMemory.PeakGrowth(Single(Deep), DeepIterations);
            using var peer = arguments.GetValue(peerOption) is null ? null : Peer.Start(threads: 1);
            var theirs = peer?.PeakGrowth(Deep, DeepIterations);
            var report = new FootprintReport(new(Deep, ours, theirs, peer?.Version));
            report.Begin();
            report.Add(Training, TrainingCurve.Measure(Single(Training), arguments.GetValue(steps)));
            if (arguments.GetValue(json) is { } file)
            {
                report.Save(file.FullName);
            }

            return 0;
        });
        return command;
    }

    private static Case Single(string name) => AllCases.Containing(name).Single(one => one.Name == name);
}
