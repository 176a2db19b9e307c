namespace NotebookGrad.Runner.Commands;

/// <summary>How the run of a notebook ended.</summary>
internal enum RunStatus
{
    /// <summary>All its cells ran.</summary>
    Passed,

    /// <summary>A cell failed, or took too long.</summary>
    Failed,

    /// <summary>The notebook could not be read.</summary>
    Unreadable,

    /// <summary>The user ended it.</summary>
    Interrupted,
}
