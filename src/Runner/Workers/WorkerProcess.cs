using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using System.Threading.Channels;
using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Workers;

/// <summary>
/// Runs a notebook's cells in a process of their own: a cell that never ends, that ends the process or breaks it does
/// no harm to what was done before, and no notebook meets packages or formatters of another one.
/// </summary>
internal sealed class WorkerProcess : IKernel, IAsyncDisposable
{
    /// <summary>The command of the runner that is meant for itself only.</summary>
    public const string Verb = "worker";

    // How long a cell that is to stop may take to show how far it came.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<CellOutput?> outputs = Channel.CreateUnbounded<CellOutput?>();
    private readonly TaskCompletionSource warm = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly NamedPipeServerStream pipe;
    private readonly Process process;
    private readonly BinaryWriter writer;
    private readonly Task connected;

    private WorkerProcess(NamedPipeServerStream pipe, Process process)
    {
        this.pipe = pipe;
        this.process = process;
        writer = new BinaryWriter(new BufferedStream(pipe), Encoding.UTF8);
        connected = ConnectAsync();
    }

    /// <inheritdoc/>
    public Task Warm => warm.Task;

    /// <summary>Starts the process; it gets itself warm while it waits for its first cell.</summary>
    public static WorkerProcess Start(KernelSettings settings)
    {
        var name = $"nbgrad-{Environment.ProcessId}-{Guid.NewGuid():n}";
        var pipe = new NamedPipeServerStream(
            name,
            PipeDirection.InOut,
            1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var self = typeof(WorkerProcess).Assembly.Location;
        var start = new ProcessStartInfo(DotnetHost.Path, [self, Verb, name, settings.Directory, .. settings.Sources])
        {
            WorkingDirectory = settings.Directory,
            RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new WorkerProcess(pipe, process);
    }

    /// <summary>Waits until the process takes cells.</summary>
    public Task ReadyAsync(CancellationToken cancellation) => connected.WaitAsync(cancellation);

    /// <inheritdoc/>
    public async Task ExecuteAsync(CellRequest cell, Action<CellOutput> emit, CancellationToken cancellation)
    {
        try
        {
            await ReadyAsync(cancellation);
            Wire.Write(writer, cell);
            try
            {
                await ReceiveAsync(emit, cancellation);
            }
            catch (OperationCanceledException)
            {
                await InterruptAsync(emit);
                throw;
            }
        }
        catch (Exception problem) when (problem is ChannelClosedException or IOException)
        {
            await process.WaitForExitAsync(cancellation);
            var message = $"The cell ended the process that ran it (exit code {process.ExitCode}).";
            emit(new ErrorOutput("ProcessEnded", message, [message]));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        await pipe.DisposeAsync();
        process.Dispose();
    }

    private async Task ReceiveAsync(Action<CellOutput> emit, CancellationToken cancellation)
    {
        while (await outputs.Reader.ReadAsync(cancellation) is { } output)
        {
            emit(output);
        }
    }

    /// <summary>Asks the cell to stop, and waits a little: what it shows then counts, not why it failed.</summary>
    private async Task InterruptAsync(Action<CellOutput> emit)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            Wire.Write(writer, (CellRequest?)null);
            await ReceiveAsync(
                output =>
                {
                    if (output is not ErrorOutput)
                    {
                        emit(output);
                    }
                },
                patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It does not listen.
        }
    }

    private async Task ConnectAsync()
    {
        using var ended = new CancellationTokenSource();
        var exit = process.WaitForExitAsync(ended.Token);
        var connection = pipe.WaitForConnectionAsync(ended.Token);
        var first = await Task.WhenAny(exit, connection);
        await ended.CancelAsync();
        if (first == exit)
        {
            throw new IOException("The process that was to run the cells has not started.");
        }

        new Thread(ReadOutputs) { IsBackground = true, Name = "outputs" }.Start();
    }

    private void ReadOutputs()
    {
        try
        {
            using var reader = new BinaryReader(new BufferedStream(pipe), Encoding.UTF8, leaveOpen: true);
            while (true)
            {
                var output = Wire.ReadOutput(reader);
                if (output is Warm)
                {
                    warm.TrySetResult();
                }
                else
                {
                    outputs.Writer.TryWrite(output);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidDataException)
        {
            outputs.Writer.TryComplete();
        }
    }
}
