using System.Diagnostics;
using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Commands;

/// <summary>Runs the cells of one notebook until the first that fails.</summary>
internal sealed class NotebookRun(string path, Notebook notebook, TimeSpan timeout, ProgressReport progress)
{
    /// <summary>Runs the cells; their outputs are then in the notebook, also those of a cell that failed.</summary>
    /// <param name="kernel">What runs them; null if there are none to run.</param>
    /// <param name="afterFirst">Called once the first cell has run.</param>
    /// <param name="interruption">The user's wish to end it.</param>
    public async Task<NotebookOutcome> ExecuteAsync(IKernel? kernel, Action afterFirst, CancellationToken interruption)
    {
        var all = notebook.Cells.Count(cell => cell.IsExecutable);
        var number = 0;
        foreach (var cell in notebook.Cells)
        {
            if (!cell.IsExecutable)
            {
                if (cell.IsForeign)
                {
                    progress.Skip(path, cell);
                }

                continue;
            }

            cell.ExecutionCount = ++number;
            var place = $"[{number}/{all}]";
            progress.Begin(path, place, cell);
            var clock = Stopwatch.StartNew();
            var problem = await ExecuteAsync(kernel!, cell, number, interruption);
            progress.End(path, place, cell, clock.Elapsed);
            if (problem is not null)
            {
                return problem;
            }

            if (number == 1)
            {
                afterFirst();
            }
        }

        return new NotebookOutcome(RunStatus.Passed);
    }

    private async Task<NotebookOutcome?> ExecuteAsync(
        IKernel kernel, Cell cell, int number, CancellationToken interruption)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        limit.CancelAfter(timeout);
        ErrorOutput? error = null;
        try
        {
            await kernel.ExecuteAsync(new CellRequest(number, cell.Language, cell.Source), Receive, limit.Token);
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            progress.Fail($"{path}  interrupted in cell {number}: {ProgressReport.FirstLine(cell.Source)}");
            return new NotebookOutcome(RunStatus.Interrupted, $"The run was interrupted in cell {number}.");
        }
        catch (OperationCanceledException)
        {
            var message = $"The cell took longer than {timeout.TotalSeconds:0.###} s and was stopped.";
            Receive(new ErrorOutput("Timeout", message, [message], ProgressReport.FirstLineNumber(cell.Source)));
        }

        if (error is null)
        {
            return null;
        }

        progress.Fail(path, number, cell, error);
        return new NotebookOutcome(RunStatus.Failed, $"The run stopped at cell {number}: {error.Name}.");

        void Receive(CellOutput output)
        {
            if (output is Notice notice)
            {
                progress.Note(notice.Text);
                return;
            }

            error = output as ErrorOutput ?? error;
            cell.Outputs.Add(output);
        }
    }
}
