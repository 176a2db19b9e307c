using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// y = kernel(a, b), element by element: in rows, in rows with one number that an operand repeats, in rows with a row
/// that the second operand repeats, as a bias is, or anywhere.
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

    private delegate void LaunchRepeated(
        AcceleratorStream stream, KernelConfig config,
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y, int fours, int period);

    private static readonly Launcher<LaunchRows> Rows = new(InRows);
    private static readonly Launcher<LaunchRows> RowAndNumber = new(WithNumberRight);
    private static readonly Launcher<LaunchRows> NumberAndRow = new(WithNumberLeft);
    private static readonly Launcher<LaunchRepeated> RowAndRepeated = new(WithRepeatedRight);
    private static readonly Launcher<LaunchAny> Any = new(Anywhere);

    public static void Run(GpuBackend backend, TKernel kernel, View a, View b, View y)
    {
        if (InOrder(a, b, y) is not { } launcher)
        {
            if (Period(a, b, y) is var period and > 0)
            {
                RunRepeated(backend, kernel, a, b, y, period);
            }
            else
            {
                RunAnywhere(backend, kernel, a, b, y);
            }

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

    private static void RunRepeated(GpuBackend backend, TKernel kernel, View a, View b, View y, int period)
    {
        var whole = new RowPart(0, (int)y.Layout.Count);
        var row = b.Elements<TFrom>().SubView(b.Layout.Offset, period);
        lock (backend.Gate)
        {
            RowAndRepeated.On(backend)(
                backend.Stream, backend.Threads(whole.Count / 4),
                kernel, whole.Of<TFrom>(a), row, whole.Of<TTo>(y), whole.Count / 4, period / 4);
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

    // How many elements b repeats in the order of y, where these come by fours and one launch takes all; else 0.
    private static int Period(View a, View b, View y)
    {
        var (period, axis) = (1L, y.Layout.Rank - 1);
        for (; axis >= 0 && (b.Layout.Strides[axis] == period || b.Shape[axis] == 1); axis--)
        {
            period *= b.Shape[axis];
        }

        var repeats = !b.Layout.Strides[..(axis + 1)].ContainsAnyExcept(0);
        var isByFours = (period | a.Layout.Offset | b.Layout.Offset | y.Layout.Offset) % 4 == 0;
        return repeats && isByFours && a.Layout.IsContiguous && y.Layout.IsContiguous && y.Layout.Count <= 1 << 30
            ? (int)period : 0;
    }

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

    private static void WithRepeatedRight(
        TKernel kernel, ArrayView<TFrom> a, ArrayView<TFrom> b, ArrayView<TTo> y, int fours, int period)
    {
        for (var i = Thread.First; i < fours; i += Thread.Count)
        {
            Invoke(kernel, Four<TFrom>.Load(a, i), Four<TFrom>.Load(b, i % period)).Store(y, i);
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
