using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Elements put along an axis at their positions, the last of those that meet.</summary>
internal static class Scattering<T>
    where T : unmanaged
{
    private delegate void LaunchClaim(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<long> index, ArrayView<int> winners, Extent extent, Paces at, Paces to, Picked picked,
        ArrayView<long> faults);

    private delegate void LaunchPut(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<long> index, ArrayView<T> y, ArrayView<int> winners,
        Extent extent, Paces from, Paces at, Paces to, Picked picked);

    private static readonly Launcher<LaunchClaim> Claims = new(Claim);
    private static readonly Launcher<LaunchPut> Puts = new(Put);

    public static void Run(GpuBackend backend, View x, int axis, View index, View y)
    {
        var start = y.Layout.Standing(axis, x.Shape);
        foreach (var (extent, paces) in new Walk(x.Layout, start, index.Layout).Launches())
        {
            // A place belongs to the last element that goes there, whatever the order of the threads.
            var storage = new GpuStorage(backend, DType.Float32, y.Storage.Length);
            var winners = storage.Elements<int>();
            lock (backend.Gate)
            {
                var number = backend.Faults.Watch("scatter", axis, y.Shape[axis]);
                var picked = new Picked(y.Layout.Strides[axis], y.Shape[axis], number);
                winners.MemSetToZero(backend.Stream);
                Claims.On(backend)(
                    backend.Stream, backend.Threads(extent.Count), index.Elements<long>(), winners,
                    extent, paces[2], paces[1], picked, backend.Faults.Words);
                Puts.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    x.Elements<T>(), index.Elements<long>(), y.Elements<T>(), winners,
                    extent, paces[0], paces[2], paces[1], picked);
            }

            storage.GiveBack();
        }
    }

    private static void Claim(
        ArrayView<long> index, ArrayView<int> winners, Extent extent, Paces at, Paces to, Picked picked,
        ArrayView<long> faults)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            var chosen = index[at.Place(position)];
            if (picked.Has(chosen, faults))
            {
                Atomic.Max(ref winners[to.Place(position) + (chosen * picked.Pace)], i + 1);
            }
        }
    }

    private static void Put(
        ArrayView<T> x, ArrayView<long> index, ArrayView<T> y, ArrayView<int> winners,
        Extent extent, Paces from, Paces at, Paces to, Picked picked)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            var chosen = index[at.Place(position)];
            var place = to.Place(position) + (chosen * picked.Pace);
            if (picked.IsWithin(chosen) && winners[place] == i + 1)
            {
                y[place] = x[from.Place(position)];
            }
        }
    }
}
