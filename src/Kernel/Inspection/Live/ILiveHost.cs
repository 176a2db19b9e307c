namespace NotebookGrad.Inspection;

/// <summary>Shows pictures that change while code runs: a notebook, or a console.</summary>
public interface ILiveHost
{
    /// <summary>What tells the cell that runs from every other one; null where there are no cells.</summary>
    object? Cell { get; }

    /// <summary>A place for one picture.</summary>
    ILiveSurface Open();

    /// <summary>
    /// Is cancelled when the user stops what runs now; who asks disposes of it, and heeds it until then.
    /// </summary>
    CancellationTokenSource Interruption();
}
