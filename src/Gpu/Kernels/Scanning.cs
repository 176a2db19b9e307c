using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// y[i] = x[0] combined with … combined with x[i], along an axis: a thread for each line, or where there are few lines
/// a group, which scans as many elements at a time as it has threads. (W. D. Hillis and G. L. Steele, Data Parallel
/// Algorithms, 1986.)
/// </summary>
internal static class Scanning<TKernel, T>
    where TKernel : struct, IReductionKernel
    where T : unmanaged, INumber<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo);

    private static readonly Launcher<Launch> Groups = new(ByGroups);
    private static readonly Launcher<Launch> Threads = new(ByThreads);

    public static void Run(GpuBackend backend, View x, int axis, View y)
    {
        if (y.Layout.Count == 0)
        {
            return;
        }

        var lines = new Lines(axis, y.Layout, x.Layout);
        foreach (var (extent, paces) in lines.Launches())
        {
            var isByGroups = lines.SuitGroups(backend, extent);
            lock (backend.Gate)
            {
                var launch = (isByGroups ? Groups : Threads).On(backend);
                launch(
                    backend.Stream, backend.Lines(isByGroups, extent.Count),
                    x.Elements<T>(), y.Elements<T>(), extent, paces[1], paces[0],
                    lines.Length, x.Layout.Strides[axis], y.Layout.Strides[axis]);
            }
        }
    }

    private static void ByThreads(
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo)
    {
        for (var line = Thread.First; line < lines.Count; line += Thread.Count)
        {
            var position = lines.At(line);
            var (source, target) = (from.Place(position), to.Place(position));
            var total = TKernel.Identity<T>();
            for (var i = 0; i < length; i++)
            {
                total = TKernel.Invoke(total, x[source + (i * pace)]);
                y[target + (i * paceTo)] = total;
            }
        }
    }

    private static void ByGroups(
        ArrayView<T> x, ArrayView<T> y, Extent lines, Paces from, Paces to, int length, long pace, long paceTo)
    {
        var shared = SharedMemory.Allocate<T>(GpuBackend.MostThreadsInGroup);
        for (var line = Grid.IdxX; line < lines.Count; line += Grid.DimX)
        {
            var position = lines.At(line);
            var (source, target) = (from.Place(position), to.Place(position));
            var before = TKernel.Identity<T>();
            for (var start = 0; start < length; start += Group.DimX)
            {
                var i = start + Group.IdxX;
                var value = TKernel.Identity<T>();
                if (i < length)
                {
                    value = x[source + (i * pace)];
                }

                shared[Group.IdxX] = value;
                Group.Barrier();
                for (var distance = 1; distance < Group.DimX; distance *= 2)
                {
                    var other = TKernel.Identity<T>();
                    if (Group.IdxX >= distance)
                    {
                        other = shared[Group.IdxX - distance];
                    }

                    value = TKernel.Invoke(other, value);
                    Group.Barrier();
                    shared[Group.IdxX] = value;
                    Group.Barrier();
                }

                if (i < length)
                {
                    y[target + (i * paceTo)] = TKernel.Invoke(before, value);
                }

                before = TKernel.Invoke(before, shared[Group.DimX - 1]);
                Group.Barrier();
            }
        }
    }
}
