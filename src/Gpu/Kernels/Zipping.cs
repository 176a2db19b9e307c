using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// y = kernel(a, b), element by element: in rows, in rows with one number that an operand repeats, or anywhere.
/// </summary>
internal static class Zipping<TKernel, TFrom, TTo>
    where TKernel : struct, IPairing<TFrom, TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
{
    private delegate void LaunchRows(
        AcceleratorStream stream, KernelConfig config,
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y, int fours);

    private delegate void LaunchAny(
        AcceleratorStream stream, KernelConfig config,
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y,
        Extent extent, Paces first, Paces second, Paces to);

    private static readonly Launcher<LaunchRows> Rows = new(InRows);
    private static readonly Launcher<LaunchRows> RowAndNumber = new(WithNumberRight);
    private static readonly Launcher<LaunchRows> NumberAndRow = new(WithNumberLeft);
    private static readonly Launcher<LaunchAny> Any = new(Anywhere);

    public static void Run(GpuBackend backend, TKernel kernel, View a, View b, View y)
    {
        if (InOrder(a, b, y) is not { } launcher)
        {
            RunAnywhere(backend, kernel, a, b, y);
            return;
        }

        foreach (var part in new RowParts(y.Layout.Count))
        {
            var fours = part.Fours(Aligned(a, y), Aligned(b, y), y);
            var (left, right, result) = (Operand(a, part), Operand(b, part), part.Of<TTo>(y));
            lock (backend.Gate)
            {
                launcher.On(backend)(
                    backend.Stream, backend.Threads(part.Threads(fours)), kernel, left, right, result, fours);
            }
        }
    }

    private static void RunAnywhere(GpuBackend backend, TKernel kernel, View a, View b, View y)
    {
        var (left, right, result) = (a.Elements<TFrom>(), b.Elements<TFrom>(), y.Elements<TTo>());
        foreach (var (extent, paces) in new Walk(y.Layout, a.Layout, b.Layout).Launches())
        {
            lock (backend.Gate)
            {
                Any.On(backend)(
                    backend.Stream, backend.Threads(extent.Count),
                    kernel, left, right, result, extent, paces[1], paces[2], paces[0]);
            }
        }
    }

    private static Launcher<LaunchRows>? InOrder(View a, View b, View y) => !y.Layout.IsContiguous ? null
        : a.Layout.IsContiguous && b.Layout.IsContiguous ? Rows
        : a.Layout.IsContiguous && b.Layout.IsRepeated ? RowAndNumber
        : a.Layout.IsRepeated && b.Layout.IsContiguous ? NumberAndRow
        : null;

    private static ArrayView<TFrom> Operand(View view, RowPart part) => view.Layout.IsContiguous
        ? part.Of<TFrom>(view)
        : view.Elements<TFrom>().SubView(view.Layout.Offset, 1);

    // A number need not be aligned.
    private static View Aligned(View operand, View y) => operand.Layout.IsContiguous ? operand : y;

    private static void InRows(
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y, int fours)
    {
        for (var i = Thread.First; i < fours; i += Thread.Count)
        {
            Invoke(kernel, Four<TFrom>.Load(a, i), Four<TFrom>.Load(b, i)).Store(y, i);
        }

        for (var i = (4 * fours) + Thread.First; i < y.IntLength; i += Thread.Count)
        {
            y[i] = kernel.Invoke(a[i], b[i]);
        }
    }

    private static void WithNumberRight(
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y, int fours)
    {
        var number = b[0];
        var same = Four<TFrom>.All(number);
        for (var i = Thread.First; i < fours; i += Thread.Count)
        {
            Invoke(kernel, Four<TFrom>.Load(a, i), same).Store(y, i);
        }

        for (var i = (4 * fours) + Thread.First; i < y.IntLength; i += Thread.Count)
        {
            y[i] = kernel.Invoke(a[i], number);
        }
    }

    private static void WithNumberLeft(
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y, int fours)
    {
        var number = a[0];
        var same = Four<TFrom>.All(number);
        for (var i = Thread.First; i < fours; i += Thread.Count)
        {
            Invoke(kernel, same, Four<TFrom>.Load(b, i)).Store(y, i);
        }

        for (var i = (4 * fours) + Thread.First; i < y.IntLength; i += Thread.Count)
        {
            y[i] = kernel.Invoke(number, b[i]);
        }
    }

    private static Four<TTo> Invoke(TKernel kernel, Four<TFrom> a, Four<TFrom> b)
    {
        Four<TTo> y = default;
        y.A = kernel.Invoke(a.A, b.A);
        y.B = kernel.Invoke(a.B, b.B);
        y.C = kernel.Invoke(a.C, b.C);
        y.D = kernel.Invoke(a.D, b.D);
        return y;
    }

    private static void Anywhere(
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y,
        Extent extent, Paces first, Paces second, Paces to)
    {
        for (var i = Thread.First; i < extent.Count; i += Thread.Count)
        {
            var position = extent.At(i);
            y[to.Place(position)] = kernel.Invoke(a[first.Place(position)], b[second.Place(position)]);
        }
    }
}
