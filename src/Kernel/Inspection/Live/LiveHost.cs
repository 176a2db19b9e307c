namespace NotebookGrad.Inspection;

/// <summary>Where pictures that change are shown: in the console, unless a notebook says otherwise.</summary>
public static class LiveHost
{
    /// <summary>The host; set by a notebook.</summary>
    public static ILiveHost Current { get; set; } = new ConsoleHost();
}
