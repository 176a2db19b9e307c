using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Combines the elements of x along every axis where y has length 1. A group makes one result, or where results lie side
/// by side, several columns, with some lanes for each, so that neighbours read neighbours. Where there are too few
/// results to keep a device busy, each is made in parts, which a second pass combines.
/// </summary>
internal static class Reducing<TKernel, T>
    where TKernel : struct, IReductionKernel
    where T : unmanaged, INumber<T>
{
    // Fewer elements leave most of a group idle.
    private const int LeastForGroup = 32;

    // A thread that has fewer in its part is not worth the second pass.
    private const int LeastInRow = 16;
    private const int LeastInColumn = 32;

    // As many as lie in what a device reads at once.
    private const int MostColumns = 32;

    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<T> y, Extent kept, Paces from, Paces to, Extent gone, Paces along,
        int parts, int columns);

    private static readonly Launcher<Launch> All = new(Reduce);

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
        var division = Divide(backend, kept, from, ways[0].Extent, ways[0].Paces[0]);
        var parts = (int)Math.Clamp(
            backend.BusyGroups / division.Groups, 1, Math.Max(1, ways[0].Extent.Count / division.LeastInPart));
        if (parts * ways.Count == 1)
        {
            Start(backend, division, x, y.Elements<T>(), kept, from, to, ways[0].Extent, ways[0].Paces[0], 1);
            return;
        }

        var storage = new GpuStorage(backend, y.DType, (long)parts * ways.Count * kept.Count);
        var partial = storage.Elements<T>();
        for (var number = 0; number < ways.Count; number++)
        {
            var rows = partial.SubView((long)number * parts * kept.Count, (long)parts * kept.Count);
            Start(
                backend, division, x, rows,
                kept, from, kept.RowMajor(), ways[number].Extent, ways[number].Paces[0], parts);
        }

        var all = new Extent([parts * ways.Count]);
        var along = new Paces(0, [kept.Count]);
        var second = Divide(backend, kept, kept.RowMajor(), all, along);
        Start(backend, second, partial, y.Elements<T>(), kept, kept.RowMajor(), to, all, along, 1);
        storage.GiveBack();
    }

    private static Division Divide(GpuBackend backend, Extent kept, Paces from, Extent gone, Paces along)
    {
        if (gone.Count >= LeastForGroup && (kept.Count == 1 || Math.Abs(along.Inner) <= Math.Abs(from.Inner)))
        {
            return new(backend, kept, Columns: 1, LeastInRow);
        }

        // With results enough for all threads, or with few elements for each, a thread makes one alone.
        var isByThreads = gone.Count < LeastForGroup || kept.Count >= backend.BusyGroups * backend.GroupSize;
        var columns = isByThreads ? backend.GroupSize
            : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(kept.Count, MostColumns));
        return new(backend, kept, Math.Clamp(columns, 1, backend.GroupSize), LeastInColumn);
    }

    private static void Start(
        GpuBackend backend, Division division, ArrayView<T> x, ArrayView<T> y,
        Extent kept, Paces from, Paces to, Extent gone, Paces along, int parts)
    {
        lock (backend.Gate)
        {
            All.On(backend)(
                backend.Stream, backend.Groups(division.Groups * parts),
                x, y, kept, from, to, gone, along, parts, division.Columns);
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

    private static void Reduce(
        ArrayView<T> x, ArrayView<T> y, Extent kept, Paces from, Paces to, Extent gone, Paces along,
        int parts, int columns)
    {
        var (column, lane, lanes) = (Group.IdxX % columns, Group.IdxX / columns, Group.DimX / columns);
        var blocks = (kept.Count + columns - 1) / columns;
        var share = ShareOf(gone.Count, parts);
        for (var block = Grid.IdxX; block < blocks * parts; block += Grid.DimX)
        {
            var (part, number) = (block / blocks, (block % blocks * columns) + column);
            var total = TKernel.Identity<T>();
            if (number < kept.Count)
            {
                var (start, first) = (from.Place(kept.At(number)), part * share);
                var end = Math.Min(gone.Count, first + share);
                total = gone.Axes > 1 ? Combine<AnyAxes>(x, start, new(gone, along), first + lane, end, lanes)
                    : along.Inner == 1 && start % 4 == 0 ? CombineFours(x, start, first, lane, end, lanes)
                    : Combine<OneAxis>(x, start, new(along.Inner), first + lane, end, lanes);
            }

            total = GroupTree<TKernel, T>.Combine(total, columns);
            if (lane == 0 && number < kept.Count)
            {
                y[to.Place(kept.At(number)) + ((long)part * kept.Count)] = total;
            }
        }
    }

    // So that every part begins with a four.
    private static int ShareOf(int count, int parts) => (((count + parts - 1) / parts) + 3) / 4 * 4;

    // Four sums at a time: their loads are under way together, and their errors are smaller.
    private static T Combine<TPlaces>(ArrayView<T> x, long start, TPlaces places, int first, int end, int step)
        where TPlaces : struct, IPlaces
    {
        var (a, b) = (TKernel.Identity<T>(), TKernel.Identity<T>());
        var (c, d) = (a, b);
        var i = first;
        for (; i < end - (3 * step); i += 4 * step)
        {
            var (one, two) = (start + places.Of(i), start + places.Of(i + step));
            var (three, four) = (start + places.Of(i + (2 * step)), start + places.Of(i + (3 * step)));
            (a, b) = (TKernel.Invoke(a, x[one]), TKernel.Invoke(b, x[two]));
            (c, d) = (TKernel.Invoke(c, x[three]), TKernel.Invoke(d, x[four]));
        }

        for (; i < end; i += step)
        {
            a = TKernel.Invoke(a, x[start + places.Of(i)]);
        }

        return TKernel.Invoke(TKernel.Invoke(a, b), TKernel.Invoke(c, d));
    }

    // The same of elements side by side, two fours at a time.
    private static T CombineFours(ArrayView<T> x, long start, int first, int lane, int end, int lanes)
    {
        var (a, b) = (TKernel.Identity<T>(), TKernel.Identity<T>());
        var (c, d) = (a, b);
        var i = first + (4 * lane);
        for (; i < end - 3 - (4 * lanes); i += 8 * lanes)
        {
            var (one, other) = (Four<T>.At(x, start + i), Four<T>.At(x, start + i + (4 * lanes)));
            (a, b) = (TKernel.Invoke(a, one.A), TKernel.Invoke(b, one.B));
            (c, d) = (TKernel.Invoke(c, one.C), TKernel.Invoke(d, one.D));
            (a, b) = (TKernel.Invoke(a, other.A), TKernel.Invoke(b, other.B));
            (c, d) = (TKernel.Invoke(c, other.C), TKernel.Invoke(d, other.D));
        }

        for (; i < end - 3; i += 4 * lanes)
        {
            var four = Four<T>.At(x, start + i);
            (a, b) = (TKernel.Invoke(a, four.A), TKernel.Invoke(b, four.B));
            (c, d) = (TKernel.Invoke(c, four.C), TKernel.Invoke(d, four.D));
        }

        for (; i < end; i++)
        {
            a = TKernel.Invoke(a, x[start + i]);
        }

        return TKernel.Invoke(TKernel.Invoke(a, b), TKernel.Invoke(c, d));
    }

    private interface IPlaces
    {
        long Of(int number);
    }

    private readonly struct OneAxis(long pace) : IPlaces
    {
        public long Of(int number) => number * pace;
    }

    private readonly struct AnyAxes(Extent extent, Paces paces) : IPlaces
    {
        public long Of(int number) => paces.Place(extent.At(number));
    }

    /// <summary>How many columns a group has, how many groups that takes, and how many elements a part has.</summary>
    private sealed record Division(GpuBackend Backend, Extent Kept, int Columns, int LeastForThread)
    {
        public long Groups => (Kept.Count + Columns - 1) / Columns;

        public int LeastInPart => LeastForThread * Backend.GroupSize / Columns;
    }
}
