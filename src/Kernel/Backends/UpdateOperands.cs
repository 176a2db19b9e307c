using NotebookGrad.Backends.Host;

namespace NotebookGrad.Backends;

/// <summary>What a step of an optimiser reads and changes of one parameter.</summary>
/// <param name="Progress">
/// How many steps were done before, which is counted up, then the kernel's own numbers; of Float64, contiguous, on the
/// processor.
/// </param>
/// <param name="Gradient">The gradient.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="States">Its states, at most three.</param>
public readonly record struct UpdateOperands(
    View Progress, View Gradient, View Parameter, ReadOnlyMemory<View> States)
{
    /// <summary>
    /// Counts the step and works out what all elements share in it. Options and progress lie on the processor, so that
    /// no device waits for this.
    /// </summary>
    /// <param name="kernel">What is done to an element.</param>
    /// <param name="options">The optimiser's options.</param>
    /// <param name="numbers">Takes the numbers.</param>
    /// <returns>The kernel for this step.</returns>
    public TKernel Begin<TKernel>(TKernel kernel, View options, out UpdateNumbers<double> numbers)
        where TKernel : struct, IUpdateKernel<TKernel>
    {
        var progress = Elements(Progress);
        progress[0]++;
        var begun = kernel.Begin(Elements(options), progress, out numbers);
        GC.KeepAlive(Progress.Storage);
        GC.KeepAlive(options.Storage);
        return begun;
    }

    private static Span<double> Elements(View view) =>
        HostBackend.Elements<double>(view.Storage).Slice((int)view.Layout.Offset, (int)view.Layout.Count);
}
