namespace NotebookGrad.Inspection;

/// <summary>When a <see cref="MemoryMoment"/> is.</summary>
public enum MemoryPhase
{
    /// <summary>An operation has just been recorded.</summary>
    Forward,

    /// <summary>
    /// A backward pass differentiates an operation: gradients of its result and of its operands are there.
    /// </summary>
    Backward,

    /// <summary>The backward pass has handed out the gradients and dropped what operations kept.</summary>
    After,
}
