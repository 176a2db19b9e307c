using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Whole numbers that are looked at for one out of range.</summary>
internal static class Requiring
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<long> x, Extent extent, Paces from, WholeRange range, long before, long number,
        ArrayView<long> faults);

    private static readonly Launcher<Launch> Any = new(Look);

    /// <summary>Has all looked at; what is found is told when values are read.</summary>
    public static void Run(GpuBackend backend, RangeCheck check, View x)
    {
        // Launches follow each other in row-major order.
        var before = 0L;
        foreach (var (extent, paces) in new Walk(x.Layout).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count), x.Elements<long>(), extent, paces[0],
                    check.Range, before, backend.Faults.Watch(check.Tell), backend.Faults.Words);
            }

            before += extent.Count;
        }
    }

    private static void Look(
        ArrayView<long> x, Extent extent, Paces from, WholeRange range, long before, long number,
        ArrayView<long> faults)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var value = x[from.Place(extent.At(i))];
            if (!range.Has(value))
            {
                Faults.Report(faults, number, value, before + i);
            }
        }
    }
}
