using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The position of the first greatest (or least) element of each line along an axis, NaN before all: a thread for each
/// line, or where there are few lines a group.
/// </summary>
internal static class Searching<T>
    where T : unmanaged, INumber<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<long> y, Extent lines, Paces from, Paces to, int length, long pace, int isLeast);

    private static readonly Launcher<Launch> Groups = new(ByGroups);
    private static readonly Launcher<Launch> Threads = new(ByThreads);

    public static void Run(GpuBackend backend, View x, int axis, bool least, View y)
    {
        if (y.Layout.Count == 0)
        {
            return;
        }

        var lines = new Lines(axis, x.Layout, y.Layout);
        foreach (var (extent, paces) in lines.Launches())
        {
            var isByGroups = lines.SuitGroups(backend, extent);
            lock (backend.Gate)
            {
                var launch = (isByGroups ? Groups : Threads).On(backend);
                launch(
                    backend.Stream, backend.Lines(isByGroups, extent.Count),
                    x.Elements<T>(), y.Elements<long>(), extent, paces[0], paces[1],
                    lines.Length, x.Layout.Strides[axis], least ? 1 : 0);
            }
        }
    }

    private static void ByThreads(
        ArrayView<T> x, ArrayView<long> y, Extent lines, Paces from, Paces to, int length, long pace, int isLeast)
    {
        for (var line = Thread.First; line < lines.Count; line += Thread.Count)
        {
            var position = lines.At(line);
            y[to.Place(position)] = Best(x, from.Place(position), 0, length, 1, pace, isLeast);
        }
    }

    private static void ByGroups(
        ArrayView<T> x, ArrayView<long> y, Extent lines, Paces from, Paces to, int length, long pace, int isLeast)
    {
        var shared = SharedMemory.Allocate<int>(GpuBackend.MostThreadsInGroup);
        for (var line = Grid.IdxX; line < lines.Count; line += Grid.DimX)
        {
            var position = lines.At(line);
            var source = from.Place(position);
            shared[Group.IdxX] = Best(x, source, Group.IdxX, length, Group.DimX, pace, isLeast);
            Group.Barrier();
            for (var distance = Group.DimX / 2; distance > 0; distance /= 2)
            {
                if (Group.IdxX < distance)
                {
                    var (mine, other) = (shared[Group.IdxX], shared[Group.IdxX + distance]);
                    if (other < length
                        && IsBefore(x[source + (other * pace)], other, x[source + (mine * pace)], mine, isLeast))
                    {
                        shared[Group.IdxX] = other;
                    }
                }

                Group.Barrier();
            }

            if (Group.IdxX == 0)
            {
                y[to.Place(position)] = shared[0];
            }

            Group.Barrier();
        }
    }

    // The best of some elements; the first number of all, beyond the end, where there are none.
    private static int Best(
        ArrayView<T> x, long source, int first, int length, int step, long pace, int isLeast)
    {
        var best = first;
        for (var i = first + step; i < length; i += step)
        {
            if (IsBefore(x[source + (i * pace)], i, x[source + (best * pace)], best, isLeast))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool IsBefore(T value, int at, T found, int foundAt, int isLeast)
    {
        var (isNaN, foundNaN) = (T.IsNaN(value), T.IsNaN(found));
        if (isNaN || foundNaN)
        {
            return isNaN && (!foundNaN || at < foundAt);
        }

        if (value == found)
        {
            return at < foundAt;
        }

        return isLeast != 0 ? value < found : value > found;
    }
}
