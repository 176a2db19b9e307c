using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Workers;

/// <summary>The process that runs one notebook's cells: it takes cells from a pipe and gives outputs back.</summary>
internal sealed class WorkerLoop(ScriptKernel kernel, BinaryWriter writer)
{
    private readonly Lock sending = new();

    public static async Task<int> RunAsync(string pipeName, string directory, IReadOnlyList<string> sources)
    {
        _ = WarmUp.Done;

        // Ctrl-C reaches the whole group of processes; the runner decides what becomes of this one.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync();
        using var reader = new BinaryReader(new BufferedStream(pipe), Encoding.UTF8);
        await using var writer = new BinaryWriter(new BufferedStream(pipe), Encoding.UTF8);
        var kernel = new ScriptKernel(new KernelSettings(directory, sources, KernelSettings.UserCacheFolder));
        kernel.Context.ServeProcess();
        new WorkerLoop(kernel, writer).Serve(reader);
        return 0;
    }

    private void Serve(BinaryReader reader)
    {
        try
        {
            _ = Task.Run(TellWarmAsync);
            var interruption = new CancellationTokenSource();
            while (true)
            {
                if (Wire.ReadCell(reader) is { } cell)
                {
                    interruption = new CancellationTokenSource();
                    var token = interruption.Token;
                    _ = Task.Run(() => ExecuteAsync(cell, token), CancellationToken.None);
                }
                else
                {
                    _ = interruption.CancelAsync();
                }
            }
        }
        catch (IOException)
        {
            // The runner is gone, or done; a cell that still runs has nobody to run for.
            Environment.Exit(0);
        }
    }

    private async Task TellWarmAsync()
    {
        await kernel.Warm;
        Send(new Warm());
    }

    private async Task ExecuteAsync(CellRequest cell, CancellationToken interruption)
    {
        await kernel.ExecuteAsync(cell, Send, interruption);
        Send(null);
    }

    /// <summary>Threads that a cell has started may write still when it is done: one message at a time.</summary>
    private void Send(CellOutput? output)
    {
        try
        {
            lock (sending)
            {
                Wire.Write(writer, output);
            }
        }
        catch (IOException)
        {
            Environment.Exit(0);
        }
    }
}
