namespace NotebookGrad.Backends;

/// <summary>
/// A backend for which one piece of work on whole tensors is cheaper than many on parts: it is asked to fuse what a
/// compiled function does element by element.
/// </summary>
public interface IFusingBackend : IBackend
{
    /// <summary>The most operands and results, taken together, that it fuses calls on.</summary>
    int MostFusedViews { get; }

    /// <summary>The most calls that it makes one.</summary>
    int MostFusedCalls { get; }

    /// <summary>
    /// Makes one piece of work of several calls on one shape. All views have storages that only stand for those that
    /// the work is given later; what is written to a storage that is no result's is read by later calls only.
    /// </summary>
    /// <param name="operands">What is read, as it was before the work.</param>
    /// <param name="results">What is there after the work; may be operands too.</param>
    /// <param name="calls">Makes the calls, in order; what one writes, others read in the same layout.</param>
    IFusedWork Fuse(IReadOnlyList<View> operands, IReadOnlyList<View> results, Action<IPointwise> calls);
}
