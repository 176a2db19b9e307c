using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Where the greatest element of each window over the innermost axes is: a thread for each window. The first of equal
/// elements counts, and NaN more than any number, the last NaN most.
/// </summary>
internal static class WindowSearching<T>
    where T : unmanaged, INumber<T>
{
    // What is told of a window along an axis: its start, its count and its step.
    private const int Words = 3;

    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> x, ArrayView<long> spans, ArrayView<long> y, Planes planes);

    private static readonly Launcher<Launch> Any = new(Search);

    public static void Run(GpuBackend backend, View x, ReadOnlySpan<WindowSpan[]> windows, View y)
    {
        if (y.Layout.Count == 0)
        {
            return;
        }

        WindowSpan[][] all = [[new WindowSpan(0, 1, 1)], [new WindowSpan(0, 1, 1)], [new WindowSpan(0, 1, 1)]];
        windows.CopyTo(all.AsSpan(3 - windows.Length));
        long[] words = [.. from axis in all
                           from span in axis
                           from word in new[] { span.Start, span.Count, span.Step }
                           select (long)word];
        var storage = new GpuStorage(backend, DType.Int64, words.Length);
        backend.Write<long>(words, storage);
        var planes = new Planes(
            all, windows.Length > 2 ? x.Shape[^3] : 1, windows.Length > 1 ? x.Shape[^2] : 1, x.Shape[^1]);
        lock (backend.Gate)
        {
            Any.On(backend)(
                backend.Stream, backend.Threads(y.Layout.Count),
                x.Elements<T>().SubView(x.Layout.Offset, x.Layout.Count), storage.Elements<long>(),
                y.Elements<long>().SubView(y.Layout.Offset, y.Layout.Count), planes);
        }

        storage.GiveBack();
    }

    private static void Search(ArrayView<T> x, ArrayView<long> spans, ArrayView<long> y, Planes planes)
    {
        for (long i = Thread.First; i < y.Length; i += Thread.Count)
        {
            var plane = i / planes.Count2 / planes.Count1 / planes.Count0;
            var span0 = Words * (int)(i / planes.Count2 / planes.Count1 % planes.Count0);
            var span1 = Words * (planes.Count0 + (int)(i / planes.Count2 % planes.Count1));
            var span2 = Words * (planes.Count0 + planes.Count1 + (int)(i % planes.Count2));
            var start = plane * planes.Length0 * planes.Length1 * planes.Length2;
            var (best, found) = (T.Zero, -1L);
            for (var i0 = 0L; i0 < spans[span0 + 1]; i0++)
            {
                var at0 = (spans[span0] + (i0 * spans[span0 + 2])) * planes.Length1;
                for (var i1 = 0L; i1 < spans[span1 + 1]; i1++)
                {
                    var at1 = (at0 + spans[span1] + (i1 * spans[span1 + 2])) * planes.Length2;
                    for (var i2 = 0L; i2 < spans[span2 + 1]; i2++)
                    {
                        var at = at1 + spans[span2] + (i2 * spans[span2 + 2]);
                        var value = x[start + at];
                        if (found < 0 || value > best || T.IsNaN(value))
                        {
                            best = value;
                            found = at;
                        }
                    }
                }
            }

            y[i] = found;
        }
    }

    /// <summary>How many windows and elements there are along each of three axes.</summary>
    internal readonly struct Planes(WindowSpan[][] windows, int length0, int length1, int length2)
    {
        public readonly int Count0 = windows[0].Length;
        public readonly int Count1 = windows[1].Length;
        public readonly int Count2 = windows[2].Length;
        public readonly long Length0 = length0;
        public readonly long Length1 = length1;
        public readonly long Length2 = length2;
    }
}
