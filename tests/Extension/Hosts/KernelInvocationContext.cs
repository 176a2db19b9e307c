#pragma warning disable IDE0130 // The host's own names, by which the extension script calls it.
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// As much of .NET Interactive as the extension script needs, in the shape and with the manners of its last source:
/// what is shown is published while the command runs, and not any more when it is cancelled.
/// </summary>
public sealed class KernelInvocationContext
{
    private static readonly AsyncLocal<KernelInvocationContext?> Flow = new();

    private readonly CancellationTokenSource cancellation = new();

    public static KernelInvocationContext? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>
    /// What was published: the identity of what is displayed, whether it was an update, and its text.
    /// </summary>
    public List<(string Id, bool IsUpdate, string Text)> Events { get; } = [];

    public bool IsComplete { get; private set; }

    public Kernel? HandlingKernel { get; } = new();

    public CancellationToken CancellationToken => cancellation.IsCancellationRequested
        ? new CancellationToken(true)
        : cancellation.Token;

    /// <summary>What the host does when its stop button is pressed.</summary>
    public void Cancel()
    {
        cancellation.Cancel();
        IsComplete = true;
    }

    /// <summary>What the host does when a cell has ended.</summary>
    public void Dispose() => cancellation.Dispose();

    internal void Publish(DisplayedValue shown)
    {
        if (!IsComplete)
        {
            Events.Add((shown.DisplayId, shown.IsUpdated, Formatter.Text(shown.Value)));
        }
    }
}
