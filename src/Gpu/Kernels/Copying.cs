using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Copies between layouts and types.</summary>
internal static class Copying<TConversion, TFrom, TTo>
    where TConversion : struct, IConversion<TFrom, TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
{
    private delegate void LaunchRows(
        AcceleratorStream stream, KernelConfig config, TConversion conversion, ArrayView<TFrom> x, ArrayView<TTo> y);

    private delegate void LaunchAny(
        AcceleratorStream stream, KernelConfig config,
        TConversion conversion, ArrayView<TFrom> x, ArrayView<TTo> y, Extent extent, Paces from, Paces to);

    private static readonly Launcher<LaunchRows> Rows = new(InRows);
    private static readonly Launcher<LaunchAny> Any = new(Anywhere);

    public static void Run(GpuBackend backend, TConversion conversion, View x, View y)
    {
        if (x.Layout.IsContiguous && y.Layout.IsContiguous)
        {
            foreach (var part in new RowParts(y.Layout.Count))
            {
                lock (backend.Gate)
                {
                    Rows.On(backend)(
                        backend.Stream, backend.Threads(part.Count), conversion, part.Of<TFrom>(x), part.Of<TTo>(y));
                }
            }

            return;
        }

        var (source, target) = (x.Elements<TFrom>(), y.Elements<TTo>());
        foreach (var (extent, paces) in new Walk(y.Layout, x.Layout).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    conversion, source, target, extent, paces[1], paces[0]);
            }
        }
    }

    private static void InRows(TConversion conversion, ArrayView<TFrom> x, ArrayView<TTo> y)
    {
        for (var i = Thread.First; i < y.IntLength; i += Thread.Count)
        {
            y[i] = conversion.Invoke(x[i]);
        }
    }

    private static void Anywhere(
        TConversion conversion, ArrayView<TFrom> x, ArrayView<TTo> y, Extent extent, Paces from, Paces to)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            y[to.Place(position)] = conversion.Invoke(x[from.Place(position)]);
        }
    }
}
