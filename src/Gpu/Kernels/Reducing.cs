using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Combines the elements of x along every axis where y has length 1. A group or a thread goes through what makes one
/// result, whichever has neighbours read at the same time. Where there are too few results to keep a device busy, each
/// is made in parts, which a second pass combines.
/// </summary>
internal static class Reducing<TKernel, T>
    where TKernel : struct, IReductionKernel
    where T : unmanaged, INumber<T>
{
    // Fewer elements leave most of a group idle.
    private const int LeastForGroup = 32;

    // Parts of fewer elements are not worth the second pass.
    private const int LeastInPart = 1024;

    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> y, Extent kept, Paces from, Paces to, Extent gone, Paces along, int parts);

    private static readonly Launcher<Launch> ByGroups = new(ReduceByGroups);
    private static readonly Launcher<Launch> ByThreads = new(ReduceByThreads);

    public static void Run(GpuBackend backend, View x, View y)
    {
        var (keptFrom, keptTo, gone) = Separate(x.Layout, y.Layout);
        if (gone.Count == 0)
        {
            Filling<T>.Run(backend, y, TKernel.Identity<T>());
            return;
        }

        var ways = new Walk(gone).Launches();
        foreach (var (kept, paces) in new Walk(keptTo, keptFrom).Launches())
        {
            Run(backend, x.Elements<T>(), y, kept, paces[1], paces[0], ways);
        }
    }

    private static void Run(
        GpuBackend backend, ArrayView<T> x, View y, Extent kept, Paces from, Paces to,
        List<(Extent Extent, Paces[] Paces)> ways)
    {
        var isByGroups = ways[0].Extent.Count >= LeastForGroup
            && (kept.Count == 1 || Math.Abs(ways[0].Paces[0].Inner) <= Math.Abs(from.Inner));
        var results = isByGroups ? kept.Count : kept.Count / backend.GroupSize;
        var parts = (int)Math.Clamp(
            backend.BusyGroups / Math.Max(1, results), 1, Math.Max(1, ways[0].Extent.Count / LeastInPart));
        if (parts * ways.Count == 1)
        {
            Start(backend, isByGroups, x, y.Elements<T>(), kept, from, to, ways[0].Extent, ways[0].Paces[0], 1);
            return;
        }

        var storage = new GpuStorage(backend, y.DType, (long)parts * ways.Count * kept.Count);
        var partial = storage.Elements<T>();
        for (var way = 0; way < ways.Count; way++)
        {
            var rows = partial.SubView((long)way * parts * kept.Count, (long)parts * kept.Count);
            Start(
                backend, isByGroups, x, rows,
                kept, from, kept.RowMajor(), ways[way].Extent, ways[way].Paces[0], parts);
        }

        var all = new Extent([parts * ways.Count]);
        var along = new Paces(0, [kept.Count]);
        var hasFewResults = kept.Count < backend.GroupSize;
        Start(backend, hasFewResults, partial, y.Elements<T>(), kept, kept.RowMajor(), to, all, along, 1);
        storage.GiveBack();
    }

    private static void Start(
        GpuBackend backend, bool isByGroups, ArrayView<T> x, ArrayView<T> y,
        Extent kept, Paces from, Paces to, Extent gone, Paces along, int parts)
    {
        var results = (long)kept.Count * parts;
        lock (backend.Gate)
        {
            var launch = (isByGroups ? ByGroups : ByThreads).On(backend);
            var config = backend.Lines(isByGroups, results);
            launch(backend.Stream, config, x, y, kept, from, to, gone, along, parts);
        }
    }

    // The axes that stay, of x and of y, and those of x that go, from 0 on.
    private static (Layout From, Layout To, Layout Gone) Separate(Layout x, Layout y)
    {
        var (from, to, gone) = (x, y, x.Move(-x.Offset));
        for (var axis = x.Rank - 1; axis >= 0; axis--)
        {
            if (x.Shape[axis] == y.Shape[axis])
            {
                gone = gone.Select(axis, 0);
            }
            else
            {
                (from, to) = (from.Select(axis, 0), to.Select(axis, 0));
            }
        }

        return (from, to, gone);
    }

    private static void ReduceByGroups(
        ArrayView<T> x, ArrayView<T> y, Extent kept, Paces from, Paces to, Extent gone, Paces along, int parts)
    {
        for (var result = Grid.IdxX; result < kept.Count * parts; result += Grid.DimX)
        {
            var (part, number) = (result / kept.Count, result % kept.Count);
            var position = kept.At(number);
            var share = ShareOf(gone.Count, parts);
            var end = Math.Min(gone.Count, (part + 1) * share);
            var total = Combine(x, from.Place(position), gone, along, (part * share) + Group.IdxX, end, Group.DimX);
            total = GroupTree<TKernel, T>.Combine(total);
            if (Group.IdxX == 0)
            {
                y[to.Place(position) + ((long)part * kept.Count)] = total;
            }
        }
    }

    private static void ReduceByThreads(
        ArrayView<T> x, ArrayView<T> y, Extent kept, Paces from, Paces to, Extent gone, Paces along, int parts)
    {
        for (var result = Thread.First; result < kept.Count * parts; result += Thread.Count)
        {
            var (part, number) = (result / kept.Count, result % kept.Count);
            var position = kept.At(number);
            var share = ShareOf(gone.Count, parts);
            var end = Math.Min(gone.Count, (part + 1) * share);
            y[to.Place(position) + ((long)part * kept.Count)] =
                Combine(x, from.Place(position), gone, along, part * share, end, 1);
        }
    }

    private static int ShareOf(int count, int parts) => (count + parts - 1) / parts;

    // Four sums at a time: their loads are under way together, and their errors are smaller.
    private static T Combine(ArrayView<T> x, long start, Extent gone, Paces along, int first, int end, int step)
    {
        var (a, b) = (TKernel.Identity<T>(), TKernel.Identity<T>());
        var (c, d) = (a, b);
        var i = first;
        for (; i < end - (3 * step); i += 4 * step)
        {
            a = TKernel.Invoke(a, x[start + along.Place(gone.At(i))]);
            b = TKernel.Invoke(b, x[start + along.Place(gone.At(i + step))]);
            c = TKernel.Invoke(c, x[start + along.Place(gone.At(i + (2 * step)))]);
            d = TKernel.Invoke(d, x[start + along.Place(gone.At(i + (3 * step)))]);
        }

        for (; i < end; i += step)
        {
            a = TKernel.Invoke(a, x[start + along.Place(gone.At(i))]);
        }

        return TKernel.Invoke(TKernel.Invoke(a, b), TKernel.Invoke(c, d));
    }
}
