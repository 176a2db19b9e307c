namespace NotebookGrad.Inspection;

/// <summary>How a loop stands.</summary>
public enum ProgressState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It has come to its end.</summary>
    Finished,

    /// <summary>It was left before its end: by the user, by <c>break</c> or by an exception in its body.</summary>
    Stopped,

    /// <summary>What it goes through has thrown an exception.</summary>
    Failed,
}
