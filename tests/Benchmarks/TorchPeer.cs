namespace NotebookGrad.Benchmarks.Tests;

/// <summary>PyTorch, one for all tests of a class; null where there is none.</summary>
public sealed class TorchPeer : IDisposable
{
    /// <summary>Why there is none; null where there is one, and with CI=true, where there must be one.</summary>
    internal static string? Lack { get; } = FindLack();

    internal Peer? Peer { get; } = Lack is null ? Peer.Start(threads: 1) : null;

    public void Dispose() => Peer?.Dispose();

    private static string? FindLack()
    {
        try
        {
            Peer.Python();
            return null;
        }
        catch (BenchmarkException problem) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            return problem.Message;
        }
    }
}
