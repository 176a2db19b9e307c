using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>y = kernel(x), element by element.</summary>
internal static class Mapping<TKernel, T>
    where TKernel : struct, ITypedUnary<T>
    where T : unmanaged
{
    private delegate void LaunchRows(
        AcceleratorStream stream, KernelConfig config, TKernel kernel, ArrayView<T> x, ArrayView<T> y, int fours);

    private delegate void LaunchAny(
        AcceleratorStream stream, KernelConfig config,
        TKernel kernel, ArrayView<T> x, ArrayView<T> y, Extent extent, Paces from, Paces to);

    private static readonly Launcher<LaunchRows> Rows = new(InRows);
    private static readonly Launcher<LaunchAny> Any = new(Anywhere);

    public static void Run(GpuBackend backend, TKernel kernel, View x, View y)
    {
        if (x.Layout.IsContiguous && y.Layout.IsContiguous)
        {
            foreach (var part in new RowParts(y.Layout.Count))
            {
                var (from, to) = (part.Of<T>(x), part.Of<T>(y));
                var fours = part.Fours(x, y);
                lock (backend.Gate)
                {
                    Rows.On(backend)(backend.Stream, backend.Threads(part.Threads(fours)), kernel, from, to, fours);
                }
            }

            return;
        }

        var (source, target) = (x.Elements<T>(), y.Elements<T>());
        foreach (var (extent, paces) in new Walk(y.Layout, x.Layout).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count), kernel, source, target, extent, paces[1], paces[0]);
            }
        }
    }

    private static void InRows(TKernel kernel, ArrayView<T> x, ArrayView<T> y, int fours)
    {
        var (first, threads) = (Thread.First, Thread.Count);
        for (var i = first; i < fours; i += threads)
        {
            var four = Four<T>.Load(x, i);
            four.A = kernel.Invoke(four.A);
            four.B = kernel.Invoke(four.B);
            four.C = kernel.Invoke(four.C);
            four.D = kernel.Invoke(four.D);
            four.Store(y, i);
        }

        for (var i = (4 * fours) + first; i < y.IntLength; i += threads)
        {
            y[i] = kernel.Invoke(x[i]);
        }
    }

    private static void Anywhere(
        TKernel kernel, ArrayView<T> x, ArrayView<T> y, Extent extent, Paces from, Paces to)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            y[to.Place(position)] = kernel.Invoke(x[from.Place(position)]);
        }
    }
}
