using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>c = a·b, or c + a·b, a thread for each element: for matrices that are too small for tiles.</summary>
internal static class PlainProduct<T>
    where T : unmanaged, INumber<T>
{
    private delegate void Launch(
        AcceleratorStream stream, KernelConfig config,
        ArrayView<T> a, ArrayView<T> b, ArrayView<T> c, Extent elements, Paces rows, Paces columns, Paces to,
        Factors factors);

    private static readonly Launcher<Launch> Any = new(Multiply);

    public static void Run(GpuBackend backend, View a, View b, View c, bool accumulate)
    {
        var factors = new Factors(a.Shape[^1], a.Layout.Strides[^1], b.Layout.Strides[^2], accumulate);
        var rows = a.Layout.Select(a.Layout.Rank - 1, 0).Insert(a.Layout.Rank - 1).Expand(c.Shape);
        var columns = b.Layout.Select(b.Layout.Rank - 2, 0).Insert(b.Layout.Rank - 2).Expand(c.Shape);
        foreach (var (extent, paces) in new Walk(c.Layout, rows, columns).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    a.Elements<T>(), b.Elements<T>(), c.Elements<T>(), extent, paces[1], paces[2], paces[0], factors);
            }
        }
    }

    private static void Multiply(
        ArrayView<T> a, ArrayView<T> b, ArrayView<T> c, Extent elements, Paces rows, Paces columns, Paces to,
        Factors factors)
    {
        for (var i = Thread.First; i < elements.Count; i += Thread.Count)
        {
            var position = elements.At(i);
            var (row, column, place) = (rows.Place(position), columns.Place(position), to.Place(position));
            var sum = T.Zero;
            for (var k = 0; k < factors.Count; k++)
            {
                sum += a[row + (k * factors.PaceLeft)] * b[column + (k * factors.PaceRight)];
            }

            if (factors.Accumulates != 0)
            {
                sum += c[place];
            }

            c[place] = sum;
        }
    }

    /// <summary>What the sum for an element goes through.</summary>
    internal readonly struct Factors(int count, long paceLeft, long paceRight, bool accumulates)
    {
        public readonly long PaceLeft = paceLeft;
        public readonly long PaceRight = paceRight;
        public readonly int Count = count;
        public readonly int Accumulates = accumulates ? 1 : 0;
    }
}
