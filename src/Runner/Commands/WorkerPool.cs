using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Workers;

namespace NotebookGrad.Runner.Commands;

/// <summary>Hands out processes that run notebooks; the next one gets warm while a notebook runs.</summary>
internal sealed class WorkerPool(IReadOnlyList<string> sources) : IAsyncDisposable
{
    private (string Directory, WorkerProcess Worker)? prepared;

    /// <summary>Starts the process for the next notebook.</summary>
    public void Prepare(string directory) => prepared ??= (directory, Start(directory));

    /// <summary>Gives a process to a notebook, which then owns it.</summary>
    public async Task<WorkerProcess> TakeAsync(string directory, CancellationToken cancellation)
    {
        var worker = prepared?.Directory == directory ? prepared.Value.Worker : null;
        if (worker is null)
        {
            await DisposeAsync();
            worker = Start(directory);
        }

        prepared = null;
        await worker.ReadyAsync(cancellation);
        return worker;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (prepared is var (_, worker))
        {
            prepared = null;
            await worker.DisposeAsync();
        }
    }

    private WorkerProcess Start(string directory) =>
        WorkerProcess.Start(new KernelSettings(directory, sources, KernelSettings.UserCacheFolder));
}
