using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Elements picked along an axis by their positions. A position out of bounds is reported and passed over, for a kernel
/// cannot throw; the next read tells of it.
/// </summary>
internal static class Gathering<T>
    where T : unmanaged
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<long> index, ArrayView<T> y, Extent extent, Paces from, Paces at, Paces to,
        Picked picked, ArrayView<long> faults);

    private static readonly Launcher<Launch> Any = new(Gather);

    public static void Run(GpuBackend backend, View x, int axis, View index, View y)
    {
        // Along the axis, x stays at its start: the index says where to go.
        var start = x.Layout.Standing(axis, y.Shape);
        foreach (var (extent, paces) in new Walk(y.Layout, start, index.Layout).Launches())
        {
            var picked = new Picked(x.Layout.Strides[axis], x.Shape[axis], backend.Faults.Watch("gather", axis));
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    x.Elements<T>(), index.Elements<long>(), y.Elements<T>(), extent, paces[1], paces[2], paces[0],
                    picked, backend.Faults.Words);
            }
        }
    }

    private static void Gather(
        ArrayView<T> x, ArrayView<long> index, ArrayView<T> y, Extent extent, Paces from, Paces at, Paces to,
        Picked picked, ArrayView<long> faults)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            var chosen = index[at.Place(position)];
            if (picked.Has(chosen, faults))
            {
                y[to.Place(position)] = x[from.Place(position) + (chosen * picked.Pace)];
            }
        }
    }
}

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
            var picked = new Picked(y.Layout.Strides[axis], y.Shape[axis], backend.Faults.Watch("scatter", axis));
            lock (backend.Gate)
            {
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

/// <summary>An axis along which elements are picked by their positions.</summary>
/// <param name="pace">How far apart its elements lie.</param>
/// <param name="length">How many there are.</param>
/// <param name="number">The number under which the operation is watched.</param>
internal readonly struct Picked(long pace, int length, int number)
{
    /// <summary>How far apart its elements lie.</summary>
    public readonly long Pace = pace;

    private readonly int length = length;
    private readonly int number = number;

    /// <summary>Whether a position is within bounds.</summary>
    public bool IsWithin(long position) => position >= 0 && position < length;

    /// <summary>Whether a position is within bounds; if not, reports it.</summary>
    public bool Has(long position, ArrayView<long> faults)
    {
        if (IsWithin(position))
        {
            return true;
        }

        // The first to come writes what and where.
        if (Atomic.CompareExchange(ref faults[0], 0L, number) == 0)
        {
            faults[1] = position;
            faults[2] = length;
        }

        return false;
    }
}
