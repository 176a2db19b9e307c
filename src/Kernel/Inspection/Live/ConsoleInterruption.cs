using System.Runtime.InteropServices;

namespace NotebookGrad.Inspection;

/// <summary>Is cancelled by the first Control-C, which then does not end the process.</summary>
internal sealed class ConsoleInterruption : CancellationTokenSource
{
    private readonly PosixSignalRegistration signal;

    public ConsoleInterruption() => signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

    /// <summary>The signal has come.</summary>
    public void Stop(PosixSignalContext context)
    {
        if (!IsCancellationRequested)
        {
            context.Cancel = true;
            Cancel();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            signal.Dispose();
        }

        base.Dispose(disposing);
    }
}
