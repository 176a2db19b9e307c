using System.CommandLine;
using NotebookGrad;
using NotebookGrad.Benchmarks;
using NotebookGrad.Benchmarks.Cases;
using NotebookGrad.Benchmarks.Footprints;
using NotebookGrad.Benchmarks.Layouts;
using NotebookGrad.Benchmarks.Micro;
using NotebookGrad.Benchmarks.Start;
using NotebookGrad.Benchmarks.Watching;

var peerOption = new Option<string?>("--peer") { Description = "Also time this library: torch" };
peerOption.AcceptOnlyFromAmong("torch");
var python = new Option<string?>("--python") { Description = "The Python that has PyTorch" };
var device = new Option<string>("--device")
{
    Description = "What to run on: cpu, gpu, or a device by its name, such as cuda:0",
    DefaultValueFactory = _ => Device.Cpu.Name,
};
var threads = new Option<int>("--threads")
{
    Description = "Threads that either side may use for one operation",
    DefaultValueFactory = _ => 1,
};
threads.Validators.Add(result =>
{
    if (result.GetValue(threads) is < 1 or > 1024)
    {
        result.AddError($"--threads {result.GetValue(threads)}: give a number from 1 to 1024");
    }
});
var filter = new Option<string>("--filter")
{
    Description = "Only cases whose name contains this",
    DefaultValueFactory = _ => string.Empty,
};
var json = new Option<FileInfo?>("--json") { Description = "A file for all numbers" };
var quick = new Option<bool>("--quick") { Description = "Fewer and shorter rounds" };
var check = new Option<bool>("--check") { Description = "Only run each case and compare results; no timing" };

var command = new RootCommand("Times NotebookGrad, side by side with PyTorch, in one run.")
{
    peerOption, python, device, threads, filter, json, quick, check,
    LayoutCommand.Create(), MicroCommand.Create(), StartCommand.Create(), FootprintCommand.Create(),
    WatchCommand.Create(),
};
command.SetAction(arguments =>
{
    Threads.Count = arguments.GetValue(threads);
    var target = Target.Parse(arguments.GetValue(device)!);
    Device.Default = target.Device;
    var cases = AllCases.Containing(arguments.GetValue(filter)!, target.Cases);
    using var peer = arguments.GetValue(peerOption) is null
        ? null
        : Peer.Start(arguments.GetValue(threads), target.PeerName, arguments.GetValue(python));
    var comparison = new Comparison(target, peer, arguments.GetValue(quick));
    if (arguments.GetValue(check))
    {
        foreach (var one in cases)
        {
            Console.WriteLine($"{one.Name}: {comparison.CheckAll(one):R}");
            one.Release();
        }

        return 0;
    }

    var limits = comparison.Limits();
    var report = new Report(target, limits, peer);
    report.Begin();
    foreach (var one in cases)
    {
        comparison.Check(one);
        report.Add(comparison.Measure(one, limits));
        one.Release();
    }

    if (arguments.GetValue(json) is { } file)
    {
        report.Save(file.FullName);
    }

    return 0;
});

try
{
    return command.Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (BenchmarkException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
