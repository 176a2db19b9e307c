using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>An atomic sum of one element type.</summary>
internal interface IAtomicSum<T>
{
    static abstract void Add(ref T sum, T value);
}

/// <summary>Elements added along an axis at their positions, in no order: sums of real numbers may differ in the last
/// digits from run to run.</summary>
internal static class Summing<TSum, T>
    where TSum : struct, IAtomicSum<T>
    where T : unmanaged, INumber<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<long> index, ArrayView<T> y, Extent extent, Paces from, Paces at, Paces to,
        Picked picked, ArrayView<long> faults);

    private static readonly Launcher<Launch> Any = new(Add);

    public static void Run(GpuBackend backend, View x, int axis, View index, View y)
    {
        var start = y.Layout.Standing(axis, x.Shape);
        foreach (var (extent, paces) in new Walk(x.Layout, start, index.Layout).Launches())
        {
            var picked = new Picked(y.Layout.Strides[axis], y.Shape[axis], backend.Faults.Watch("scatter_add", axis));
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    x.Elements<T>(), index.Elements<long>(), y.Elements<T>(), extent, paces[0], paces[2], paces[1],
                    picked, backend.Faults.Words);
            }
        }
    }

    private static void Add(
        ArrayView<T> x, ArrayView<long> index, ArrayView<T> y, Extent extent, Paces from, Paces at, Paces to,
        Picked picked, ArrayView<long> faults)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            var chosen = index[at.Place(position)];
            if (picked.Has(chosen, faults))
            {
                TSum.Add(ref y[to.Place(position) + (chosen * picked.Pace)], x[from.Place(position)]);
            }
        }
    }
}

/// <summary>Sums of int64.</summary>
internal readonly struct WholeSum : IAtomicSum<long>
{
    public static void Add(ref long sum, long value) => Atomic.Add(ref sum, value);
}

/// <summary>Sums of float32.</summary>
internal readonly struct SingleSum : IAtomicSum<float>
{
    public static void Add(ref float sum, float value) => Atomic.Add(ref sum, value);
}

/// <summary>Sums of float64.</summary>
internal readonly struct DoubleSum : IAtomicSum<double>
{
    public static void Add(ref double sum, double value) => Atomic.Add(ref sum, value);
}
