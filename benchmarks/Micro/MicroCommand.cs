using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace NotebookGrad.Benchmarks.Micro;

/// <summary>The command <c>micro</c>: single functions under BenchmarkDotNet, and the bytes that they allocate.</summary>
internal static class MicroCommand
{
    private static readonly Type[] Families =
        [typeof(NumberBenchmarks), typeof(ElementBenchmarks), typeof(ProductBenchmarks), typeof(PictureBenchmarks)];

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var filter = new Option<string>("--filter")
        {
            Description = "Only functions whose full name fits, as *Product*",
            DefaultValueFactory = _ => "*",
        };
        var quick = new Option<bool>("--quick") { Description = "Three short rounds each" };
        var command = new Command("micro", "Times single functions, and counts what they allocate; no peer.")
        {
            filter, quick,
        };
        command.SetAction(arguments =>
        {
            // In this process: a generated project would have to be restored first.
            var job = (arguments.GetValue(quick) ? Job.ShortRun : Job.Default)
                .WithToolchain(InProcessEmitToolchain.Instance);
            var config = DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default)
                .WithArtifactsPath(Path.Combine("artifacts", "micro"));
            var summaries = BenchmarkSwitcher.FromTypes(Families)
                .Run(["--filter", arguments.GetValue(filter)!], config);
            return summaries.Any() && !summaries.Any(summary => summary.HasCriticalValidationErrors) ? 0 : 1;
        });
        return command;
    }
}
