using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using NotebookGrad.Runner.Kernels;

namespace NotebookGrad.Runner.Workers;

/// <summary>The process that runs one notebook's cells: it takes cells from a pipe and gives outputs back.</summary>
internal static class WorkerLoop
{
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
        try
        {
            while (true)
            {
                _ = ExecuteAsync(kernel, Wire.ReadCell(reader), writer);
            }
        }
        catch (IOException)
        {
            // The runner is gone, or done; a cell that still runs has nobody to run for.
            Environment.Exit(0);
            return 0;
        }
    }

    private static Task ExecuteAsync(ScriptKernel kernel, CellRequest cell, BinaryWriter writer) => Task.Run(async () =>
    {
        try
        {
            await kernel.ExecuteAsync(cell, output => Wire.Write(writer, output), CancellationToken.None);
            Wire.Write(writer, output: null);
        }
        catch (IOException)
        {
            Environment.Exit(0);
        }
    });
}
