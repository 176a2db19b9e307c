using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace NotebookGrad.Tests.Optim;

/// <summary>
/// How far optimisers have come from PyTorch's ways, for each function the greatest relative deviation of any parameter
/// over a hundred steps; told when all are done.
/// </summary>
public sealed class TrajectoryTable(IMessageSink console) : IDisposable
{
    private readonly ConcurrentDictionary<(string Optimizer, string Function), double> greatest = [];

    /// <summary>Adds what was measured in one run.</summary>
    internal void Add(StoredRun run, double deviation) =>
        greatest.AddOrUpdate((run.Optimizer, run.Function), deviation, (_, before) => Math.Max(before, deviation));

    public void Dispose()
    {
        string[] functions = [.. greatest.Keys.Select(key => key.Function).Distinct().Order()];
        var rows = greatest.Keys.Select(key => key.Optimizer).Distinct().Order().Select(optimizer =>
            $"| {optimizer} | {string.Join(" | ", functions.Select(function => Cell(optimizer, function)))} |");
        new Proof(console).Tell(string.Join('\n',
        [
            "greatest relative deviation from PyTorch over 100 steps, eager and compiled",
            $"| optimiser | {string.Join(" | ", functions)} |",
            $"|---|{string.Concat(functions.Select(_ => "---:|"))}",
            .. rows,
        ]));
    }

    private string Cell(string optimizer, string function) => greatest.TryGetValue((optimizer, function), out var found)
        ? found.ToString("0.0e-0", CultureInfo.InvariantCulture)
        : "–";
}
