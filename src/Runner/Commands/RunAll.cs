using System.Diagnostics;
using NotebookGrad.Runner.Documents;

namespace NotebookGrad.Runner.Commands;

/// <summary>Runs one notebook after the other; one that fails does not keep the others from running.</summary>
internal sealed class RunAll(RunOptions options, ProgressReport progress)
{
    /// <returns>The exit code of the tool.</returns>
    public async Task<int> ExecuteAsync(CancellationToken interruption)
    {
        var sources = NotebookPaths.Find(options.Paths, options.Output);
        var results = new ResultWriter(options);
        var outcomes = new List<NotebookOutcome>();
        await using var workers = new WorkerPool(options.Sources);
        for (var index = 0; index < sources.Count && !interruption.IsCancellationRequested; index++)
        {
            var next = index + 1 < sources.Count ? sources[index + 1] : null;
            outcomes.Add(await ExecuteAsync(sources[index], next, workers, results, interruption));
        }

        results.WriteIndex();
        return Summarize(outcomes, sources.Count);
    }

    private async Task<NotebookOutcome> ExecuteAsync(
        NotebookSource source,
        NotebookSource? next,
        WorkerPool workers,
        ResultWriter results,
        CancellationToken interruption)
    {
        var clock = Stopwatch.StartNew();
        Notebook? notebook = null;
        NotebookOutcome outcome;
        try
        {
            notebook = source.Problem is null
                ? Notebook.Read(source.Path)
                : throw new NotebookFormatException(source.Problem);
            outcome = await ExecuteAsync(source, notebook, next, workers, interruption);
        }
        catch (NotebookFormatException problem)
        {
            progress.Fail($"{source.Path}: {problem.Message}");
            outcome = new NotebookOutcome(RunStatus.Unreadable, problem.Message);
        }

        results.Write(source, notebook, outcome, clock.Elapsed);
        return outcome;
    }

    private async Task<NotebookOutcome> ExecuteAsync(
        NotebookSource source,
        Notebook notebook,
        NotebookSource? next,
        WorkerPool workers,
        CancellationToken interruption)
    {
        try
        {
            var isNeeded = notebook.Cells.Any(cell => cell.IsExecutable);
            await using var worker = isNeeded ? await workers.TakeAsync(source.Directory, interruption) : null;
            var run = new NotebookRun(source.Path, notebook, options.Timeout, progress);
            return await run.ExecuteAsync(worker, Prepare, interruption);
        }
        catch (OperationCanceledException)
        {
            return new NotebookOutcome(RunStatus.Interrupted, "The run was interrupted before the first cell.");
        }

        void Prepare()
        {
            if (next is { Problem: null })
            {
                workers.Prepare(next.Directory);
            }
        }
    }

    private int Summarize(IReadOnlyList<NotebookOutcome> outcomes, int all)
    {
        var interrupted = outcomes.Any(outcome => outcome.Status == RunStatus.Interrupted);
        var passed = outcomes.Count(outcome => outcome.Status == RunStatus.Passed);
        if (all > 1)
        {
            progress.Note($"{passed} of {all} notebooks passed");
        }

        if (interrupted)
        {
            progress.Fail("Interrupted; what was done is written.");
            return ExitCode.Interrupted;
        }

        return outcomes.Any(outcome => outcome.Status == RunStatus.Unreadable) ? ExitCode.Unusable
            : passed == all ? ExitCode.Good
            : ExitCode.Failed;
    }
}
