namespace NotebookGrad.Backends;

/// <summary>
/// How a step of an optimiser changes a parameter by its gradient, element by element; fields hold what never changes.
/// </summary>
public interface IUpdateKernel<TSelf>
    where TSelf : struct, IUpdateKernel<TSelf>
{
    /// <summary>
    /// The kernel for one step, and the numbers that all elements share in it; the processor works them out, whatever
    /// device the elements lie on.
    /// </summary>
    /// <param name="options">The optimiser's options, such as the learning rate.</param>
    /// <param name="progress">
    /// The number of the step, from 1, then numbers of the kernel's own that last from step to step, which it changes.
    /// </param>
    /// <param name="numbers">Takes the numbers; those not set are 0.</param>
    TSelf Begin(ReadOnlySpan<double> options, Span<double> progress, out UpdateNumbers<double> numbers);

    /// <summary>Changes an element and its states, of which an optimiser may have none.</summary>
    void Invoke<TNumber>(
        in UpdateNumbers<TNumber> numbers,
        TNumber gradient,
        ref TNumber parameter,
        ref TNumber first,
        ref TNumber second,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber>;
}
