using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Counts the groups that have come to the end of their work, so that the last one finishes what all have begun, within
/// their launch. All works use one counter: who launches one of several launches holds the gate from first to last.
/// </summary>
internal sealed class Arrivals
{
    private readonly MemoryBuffer1D<int, Stride1D.Dense> counter;

    public Arrivals(Accelerator accelerator)
    {
        counter = accelerator.Allocate1D<int>(1);
        counter.MemSetToZero();
    }

    /// <summary>How many have come; 0 before and after each work.</summary>
    public ArrayView<int> Counter => counter.View.AsContiguous();
}
