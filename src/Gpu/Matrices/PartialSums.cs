using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Adds up the parts of sums, in their order.</summary>
internal static class PartialSums<T>
    where T : unmanaged, INumber<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> parts, ArrayView<T> y, Extent elements, Paces from, Paces to, Parts sizes);

    private static readonly Launcher<Launch> Any = new(AddUp);

    /// <summary>y = the sum of the parts, or y + that; each lies as a layout says, one after the other.</summary>
    public static void Run(GpuBackend backend, ArrayView<T> parts, Layout part, int count, View y, bool accumulate)
    {
        var sizes = new Parts(count, part.Count, accumulate);
        foreach (var (extent, paces) in new Walk(y.Layout, part).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    parts, y.Elements<T>(), extent, paces[1], paces[0], sizes);
            }
        }
    }

    private static void AddUp(
        ArrayView<T> parts, ArrayView<T> y, Extent elements, Paces from, Paces to, Parts sizes)
    {
        for (var i = Thread.First; i < elements.Count; i += Thread.Count)
        {
            var position = elements.At(i);
            var (part, place) = (from.Place(position), to.Place(position));
            var sum = T.Zero;
            for (var number = 0; number < sizes.Count; number++)
            {
                sum += parts[part + (number * sizes.Pace)];
            }

            if (sizes.Accumulates != 0)
            {
                sum += y[place];
            }

            y[place] = sum;
        }
    }

    /// <summary>How many parts there are, and how far apart they begin.</summary>
    internal readonly struct Parts(int count, long pace, bool accumulates)
    {
        public readonly long Pace = pace;
        public readonly int Count = count;
        public readonly int Accumulates = accumulates ? 1 : 0;
    }
}
