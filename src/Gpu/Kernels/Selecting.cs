using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>y = a where a condition holds, else b.</summary>
internal static class Selecting<T>
    where T : unmanaged
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<byte> condition, ArrayView<T> a, ArrayView<T> b, ArrayView<T> y,
        Extent extent, Paces where, Paces first, Paces second, Paces to);

    private static readonly Launcher<Launch> Any = new(Select);

    public static void Run(GpuBackend backend, View condition, View a, View b, View y)
    {
        var truths = condition.Elements<byte>();
        var (left, right, result) = (a.Elements<T>(), b.Elements<T>(), y.Elements<T>());
        foreach (var (extent, paces) in new Walk(y.Layout, condition.Layout, a.Layout, b.Layout).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    truths, left, right, result, extent, paces[1], paces[2], paces[3], paces[0]);
            }
        }
    }

    private static void Select(
        ArrayView<byte> condition, ArrayView<T> a, ArrayView<T> b, ArrayView<T> y,
        Extent extent, Paces where, Paces first, Paces second, Paces to)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            T chosen;
            if (condition[where.Place(position)] != 0)
            {
                chosen = a[first.Place(position)];
            }
            else
            {
                chosen = b[second.Place(position)];
            }

            y[to.Place(position)] = chosen;
        }
    }
}
