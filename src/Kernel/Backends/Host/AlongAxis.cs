using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>Work on the lines of elements along one axis.</summary>
internal static class AlongAxis
{
    private const int LinesAtATime = 4;

    // Pieces have enough lines for those side by side to fill vectors.
    internal const int LongestWeighed = 256;

    public static void Softmax<T>(View x, int axis, bool logarithm, View y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (length, stride, target) = (x.Shape[axis], Stride(x.Layout, axis), Stride(y.Layout, axis));
        ForLines(x, y, axis, (lines, start, end) =>
        {
            var from = HostBackend.Elements<T>(x.Storage);
            var to = HostBackend.Elements<T>(y.Storage);
            var buffer = stride == 1 && target == 1 ? [] : new T[length];
            while (lines.Next())
            {
                for (var line = start; line < end; line++)
                {
                    var (source, result) = (lines.Line(0)[line], lines.Line(1)[line]);
                    if (buffer.Length == 0)
                    {
                        Softmax<T>(from.Slice(source, length), logarithm, to.Slice(result, length));
                        continue;
                    }

                    for (var i = 0; i < length; i++)
                    {
                        buffer[i] = from[source + (i * stride)];
                    }

                    Softmax<T>(buffer, logarithm, buffer);
                    for (var i = 0; i < length; i++)
                    {
                        to[result + (i * target)] = buffer[i];
                    }
                }
            }
        });
    }

    public static void Scan<TKernel, T>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        var (length, stride, target) = (x.Shape[axis], Stride(x.Layout, axis), Stride(y.Layout, axis));
        ForLines(x, y, axis, (lines, start, end) =>
        {
            var from = HostBackend.Elements<T>(x.Storage);
            var to = HostBackend.Elements<T>(y.Storage);
            while (lines.Next())
            {
                var (source, result) = (lines.Line(0), lines.Line(1));
                if (source.Stride == 1 && result.Stride == 1 && end - start >= Vector<T>.Count)
                {
                    ScanRows<TKernel, T>(
                        from, new(source[start], stride), to, new(result[start], target), end - start, length);
                    continue;
                }

                var line = start;
                for (; line + LinesAtATime <= end; line += LinesAtATime)
                {
                    ScanFour<TKernel, T>(
                        from, source with { Start = source[line] }, stride, to, result with { Start = result[line] },
                        target, length);
                }

                for (; line < end; line++)
                {
                    ScanOne<TKernel, T>(from, new(source[line], stride), to, new(result[line], target), length);
                }
            }
        });
    }

    // Lines side by side, combined with what came before by whole rows.
    private static void ScanRows<TKernel, T>(
        ReadOnlySpan<T> from, Line source, Span<T> to, Line result, int width, int length)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        var before = to.Slice(result.Start, width);
        before.Fill(TKernel.Identity<T>());
        for (var i = 0; i < length; i++)
        {
            var row = to.Slice(result[i], width);
            TKernel.Invoke(before, from.Slice(source[i], width), row);
            before = row;
        }
    }

    // Each element of a line waits for the one before it; meanwhile there is time for those of other lines.
    private static void ScanFour<TKernel, T>(
        ReadOnlySpan<T> from, Line firsts, int stride, Span<T> to, Line results, int target, int length)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        // The corners are within bounds, and so is all between.
        _ = (from[firsts[0] + ((length - 1) * stride)], from[firsts[3] + ((length - 1) * stride)]);
        _ = (to[results[0] + ((length - 1) * target)], to[results[3] + ((length - 1) * target)]);
        ref var x0 = ref Unsafe.AsRef(in from[firsts[0]]);
        ref var x1 = ref Unsafe.Add(ref x0, firsts.Stride);
        ref var x2 = ref Unsafe.Add(ref x1, firsts.Stride);
        ref var x3 = ref Unsafe.AsRef(in from[firsts[3]]);
        ref var y0 = ref to[results[0]];
        ref var y1 = ref Unsafe.Add(ref y0, results.Stride);
        ref var y2 = ref Unsafe.Add(ref y1, results.Stride);
        ref var y3 = ref to[results[3]];
        var t0 = TKernel.Identity<T>();
        var (t1, t2, t3) = (t0, t0, t0);
        for (var i = 0; i < length; i++)
        {
            var (at, into) = (i * stride, i * target);
            Unsafe.Add(ref y0, into) = t0 = TKernel.Invoke(t0, Unsafe.Add(ref x0, at));
            Unsafe.Add(ref y1, into) = t1 = TKernel.Invoke(t1, Unsafe.Add(ref x1, at));
            Unsafe.Add(ref y2, into) = t2 = TKernel.Invoke(t2, Unsafe.Add(ref x2, at));
            Unsafe.Add(ref y3, into) = t3 = TKernel.Invoke(t3, Unsafe.Add(ref x3, at));
        }
    }

    private static void ScanOne<TKernel, T>(ReadOnlySpan<T> from, Line source, Span<T> to, Line result, int length)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        var total = TKernel.Identity<T>();
        for (var i = 0; i < length; i++)
        {
            total = TKernel.Invoke(total, from[source[i]]);
            to[result[i]] = total;
        }
    }

    public static void ArgMax<T>(View x, int axis, bool least, View y)
        where T : unmanaged, INumber<T>
    {
        var from = HostBackend.Numbers<T>(x.Storage);
        var to = HostBackend.Elements<long>(y.Storage);
        var stride = Stride(x.Layout, axis);
        foreach (var (source, result) in Lines(x.Layout, y.Layout, axis))
        {
            var best = 0;
            for (var i = 1; i < x.Shape[axis]; i++)
            {
                var (value, found) = (from[source + (i * stride)], from[source + (best * stride)]);
                if ((least ? value < found : value > found) || (T.IsNaN(value) && !T.IsNaN(found)))
                {
                    best = i;
                }
            }

            to[result] = best;
        }
    }

    public static void ArgSort<T>(View x, int axis, bool descending, View y)
        where T : unmanaged, INumber<T>
    {
        var from = HostBackend.Numbers<T>(x.Storage);
        var to = HostBackend.Elements<long>(y.Storage);
        var stride = Stride(x.Layout, axis);
        var target = Stride(y.Layout, axis);
        var line = new (T Value, int Position)[x.Shape[axis]];
        var order = new StableOrder<T>(descending);
        foreach (var (source, result) in Lines(x.Layout, y.Layout, axis))
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = (from[source + (i * stride)], i);
            }

            line.AsSpan().Sort(order);
            for (var i = 0; i < line.Length; i++)
            {
                to[result + (i * target)] = line[i].Position;
            }
        }
    }

    // Less the greatest, so that no exponential overflows; a line of −∞ alone gives NaN, as in PyTorch.
    private static void Softmax<T>(ReadOnlySpan<T> line, bool logarithm, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (line.IsEmpty)
        {
            return;
        }

        TensorPrimitives.Subtract(line, TensorPrimitives.Max(line), result);
        if (logarithm)
        {
            var exponentials = new T[line.Length];
            TensorPrimitives.Exp(result, exponentials);
            TensorPrimitives.Subtract(result, T.Log(TensorPrimitives.Sum<T>(exponentials)), result);
        }
        else
        {
            TensorPrimitives.Exp(result, result);
            TensorPrimitives.Divide(result, TensorPrimitives.Sum<T>(result), result);
        }
    }

    private static int Stride(Layout layout, int axis) => checked((int)layout.Strides[axis]);

    // Lines in pieces: a position in a row of theirs is a line, given by its first elements in x and y.
    private static void ForLines(View x, View y, int axis, Action<Rows, int, int> work)
    {
        if (x.Layout.Count > 0)
        {
            var weight = Math.Min(LongestWeighed, x.Shape[axis]);
            RowPieces.Run(new Rows(x.Layout.Slice(axis, 0, 1), y.Layout.Slice(axis, 0, 1)), work, weight);
        }
    }

    private static IEnumerable<(int Source, int Result)> Lines(Layout x, Layout y, int axis)
    {
        if (x.Count == 0)
        {
            yield break;
        }

        var rows = new Rows(x.Slice(axis, 0, 1), y.Slice(axis, 0, 1));
        while (rows.Next())
        {
            for (var i = 0; i < rows.Length; i++)
            {
                yield return (rows.Offset(0) + (i * rows.Stride(0)), rows.Offset(1) + (i * rows.Stride(1)));
            }
        }
    }

    // CompareTo has NaN least; here it is greatest, as in PyTorch. Positions decide between equals.
    private readonly struct StableOrder<T>(bool descending) : IComparer<(T Value, int Position)>
        where T : unmanaged, INumber<T>
    {
        public int Compare((T Value, int Position) a, (T Value, int Position) b)
        {
            var order = (T.IsNaN(a.Value), T.IsNaN(b.Value)) switch
            {
                (false, false) => a.Value.CompareTo(b.Value),
                (true, true) => 0,
                (true, false) => 1,
                (false, true) => -1,
            };
            return order == 0 ? a.Position - b.Position : descending ? -order : order;
        }
    }
}
