using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Kernels;

/// <summary>Runs a notebook's cells one after the other and keeps what they declare.</summary>
internal interface IKernel
{
    /// <summary>Ends when cells meet no cold code any more; they may be run before.</summary>
    Task Warm { get; }

    /// <summary>Runs a cell; it has failed if one of its outputs is an <see cref="ErrorOutput"/>.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="emit">Called with each output as it comes, never by two threads at a time.</param>
    /// <param name="cancellation">
    /// Asks the cell to stop, and gives up waiting for one that does not; what it does is then left behind.
    /// </param>
    Task ExecuteAsync(CellRequest cell, Action<CellOutput> emit, CancellationToken cancellation);
}
