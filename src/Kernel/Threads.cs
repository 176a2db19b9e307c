using NotebookGrad.Backends.Host;

namespace NotebookGrad;

/// <summary>The threads that one operation on the processor may use.</summary>
public static class Threads
{
    private const int Most = 1024;

    /// <summary>
    /// How many threads work together on one large operation, the calling one included (<c>torch.set_num_threads</c>
    /// in PyTorch). At first as many as the process may use cores; with 1, everything is done by the caller. Results
    /// do not depend on it, to the last bit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not from 1 to 1024.</exception>
    public static int Count
    {
        get => ThreadTeam.Shared.Count;
        set => ThreadTeam.Shared.Count = value is >= 1 and <= Most
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                $"threads: {value:N0} is not a number of threads; give one from 1 to {Most:N0}, at best at most the "
                + $"{Environment.ProcessorCount} cores that this process may use");
    }
}
