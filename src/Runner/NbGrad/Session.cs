using NotebookGrad.Runner.Kernels;

namespace NbGrad;

/// <summary>The notebook that is being run, as packages' extension scripts and cells may see it.</summary>
public static class Session
{
    /// <summary>
    /// The notebook's variables. Of several declarations of a name only the latest is given. While the value of a
    /// cell's last expression is formatted, the variables that this cell declares are among them.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, object?>> Variables => KernelContext.Current?.Variables ?? [];

    /// <summary>
    /// Is cancelled when the cell that runs has to stop: the user wants it, or its time is over. Who stops within a
    /// second is heard; each cell has its own.
    /// </summary>
    public static CancellationToken Interruption => KernelContext.Current?.Interruption ?? CancellationToken.None;
}
