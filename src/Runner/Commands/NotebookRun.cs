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
            var problem = await ExecuteAsync(kernel!, cell, $"[{number}/{all}]", interruption);
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
        IKernel kernel, Cell cell, string place, CancellationToken interruption)
    {
        var number = cell.ExecutionCount.GetValueOrDefault();
        progress.Begin(path, place, cell);
        var clock = Stopwatch.StartNew();
        var error = await FindErrorAsync(kernel, cell, number, interruption);
        progress.End(path, place, cell, clock.Elapsed);
        if (interruption.IsCancellationRequested)
        {
            progress.Fail($"{path}  interrupted in cell {number}: {ProgressReport.FirstLine(cell.Source)}");
            return new NotebookOutcome(RunStatus.Interrupted, $"The run was interrupted in cell {number}.");
        }

        if (error is null)
        {
            return null;
        }

        progress.Fail(path, number, cell, error);
        return new NotebookOutcome(RunStatus.Failed, $"The run stopped at cell {number}: {error.Name}.");
    }

    /// <summary>Runs a cell and gives the reason why it has failed; null if it has not, or was interrupted.</summary>
    private async Task<ErrorOutput?> FindErrorAsync(
        IKernel kernel, Cell cell, int number, CancellationToken interruption)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        ErrorOutput? error = null;
        try
        {
            var request = new CellRequest(number, cell.Language, cell.Source);
            var execution = kernel.ExecuteAsync(request, Receive, limit.Token);

            // The first cell is not to blame for the time that the compiler takes to get going.
            await Task.WhenAny(execution, kernel.Warm);
            limit.CancelAfter(timeout);
            await execution;
        }
        catch (OperationCanceledException) when (!interruption.IsCancellationRequested)
        {
            var message = $"The cell took longer than {timeout.TotalSeconds:0.###} s and was stopped.";
            Receive(new ErrorOutput("Timeout", message, [message], ProgressReport.FirstLineNumber(cell.Source)));
        }
        catch (OperationCanceledException)
        {
            // What the cell has shown until now is kept; the caller tells the rest.
        }

        return error;

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
