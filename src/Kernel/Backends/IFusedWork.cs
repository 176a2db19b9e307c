namespace NotebookGrad.Backends;

/// <summary>Calls of a backend that are done as one.</summary>
public interface IFusedWork
{
    /// <summary>Does them. May be called by several threads at a time.</summary>
    /// <param name="views">The operands, then the results, in the order and the layouts of the fusion.</param>
    void Run(ReadOnlySpan<View> views);
}
