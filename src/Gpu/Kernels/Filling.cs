using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Sets elements to a number.</summary>
internal static class Filling<T>
    where T : unmanaged
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config, T value, ArrayView<T> y, Extent extent, Paces to);

    private static readonly Launcher<Launch> Any = new(Fill);

    public static void Run(GpuBackend backend, View y, T value)
    {
        var target = y.Elements<T>();
        foreach (var (extent, paces) in new Walk(y.Layout).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(backend.Stream, backend.Threads(extent.Count), value, target, extent, paces[0]);
            }
        }
    }

    private static void Fill(T value, ArrayView<T> y, Extent extent, Paces to)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            y[to.Place(extent.At(i))] = value;
        }
    }
}
