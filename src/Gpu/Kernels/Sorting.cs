using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The order of each line along an axis, by a network of comparisons of K. E. Batcher, Sorting networks and their
/// applications (1968). Equal elements keep their order because positions decide between them, and NaN is greatest.
/// </summary>
internal static class Sorting<T>
    where T : unmanaged, INumber<T>
{
    private delegate void LaunchBegin(
        AcceleratorStream stream, KernelConfig config, ArrayView<int> order, int width);

    private delegate void LaunchStep(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<int> order, Extent lines, Paces from, int length, long pace, int width,
        int distance, int block, int isDescending);

    private delegate void LaunchEnd(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<int> order, ArrayView<long> y, Extent lines, Paces to, int length, long pace, int width);

    private static readonly Launcher<LaunchBegin> Begins = new(Begin);
    private static readonly Launcher<LaunchStep> Steps = new(Step);
    private static readonly Launcher<LaunchEnd> Ends = new(End);

    public static void Run(GpuBackend backend, View x, int axis, bool descending, View y)
    {
        if (y.Layout.Count == 0)
        {
            return;
        }

        var lines = new Lines(axis, x.Layout, y.Layout);
        var width = (int)BitOperations.RoundUpToPowerOf2((uint)lines.Length);
        foreach (var (extent, paces) in lines.Launches())
        {
            var storage = new GpuStorage(backend, DType.Float32, (long)extent.Count * width);
            var order = storage.Elements<int>();
            var config = backend.Threads((long)extent.Count * width);
            lock (backend.Gate)
            {
                Begins.On(backend)(backend.Stream, config, order, width);
                for (var block = 2; block <= width; block *= 2)
                {
                    for (var distance = block / 2; distance > 0; distance /= 2)
                    {
                        Steps.On(backend)(
                            backend.Stream, config, x.Elements<T>(), order, extent, paces[0],
                            lines.Length, x.Layout.Strides[axis], width, distance, block, descending ? 1 : 0);
                    }
                }

                Ends.On(backend)(
                    backend.Stream, config, order, y.Elements<long>(), extent, paces[1],
                    lines.Length, y.Layout.Strides[axis], width);
            }

            storage.GiveBack();
        }
    }

    private static void Begin(ArrayView<int> order, int width)
    {
        for (long i = Thread.First; i < order.Length; i += Thread.Count)
        {
            order[i] = (int)(i & (width - 1));
        }
    }

    // Two positions at a distance change places where they are in the wrong order for the direction of their block.
    private static void Step(
        ArrayView<T> x, ArrayView<int> order, Extent lines, Paces from, int length, long pace, int width,
        int distance, int block, int isDescending)
    {
        for (long i = Thread.First; i < order.Length; i += Thread.Count)
        {
            var within = (int)(i & (width - 1));
            var other = within ^ distance;
            if (other <= within)
            {
                continue;
            }

            var line = (int)(i / width);
            var source = from.Place(lines.At(line));
            var (first, second) = (order[i], order[i + distance]);
            var isAfter = IsAfter(x, source, pace, length, first, second, isDescending);
            if (isAfter == ((within & block) == 0))
            {
                order[i] = second;
                order[i + distance] = first;
            }
        }
    }

    private static void End(
        ArrayView<int> order, ArrayView<long> y, Extent lines, Paces to, int length, long pace, int width)
    {
        for (long i = Thread.First; i < order.Length; i += Thread.Count)
        {
            var within = (int)(i & (width - 1));
            if (within < length)
            {
                y[to.Place(lines.At((int)(i / width))) + (within * pace)] = order[i];
            }
        }
    }

    // Positions beyond the end come last.
    private static bool IsAfter(
        ArrayView<T> x, long source, long pace, int length, int first, int second, int isDescending)
    {
        if (first >= length || second >= length)
        {
            return first > second;
        }

        var (a, b) = (x[source + (first * pace)], x[source + (second * pace)]);
        var (isNaN, otherNaN) = (T.IsNaN(a), T.IsNaN(b));
        if (a == b || (isNaN && otherNaN))
        {
            return first > second;
        }

        var isGreater = isNaN || (!otherNaN && a > b);
        return isGreater == (isDescending == 0);
    }
}
