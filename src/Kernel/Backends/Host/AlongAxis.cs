using System.Numerics;
using System.Numerics.Tensors;

namespace NotebookGrad.Backends.Host;

/// <summary>Work on the lines of elements along one axis.</summary>
internal static class AlongAxis
{
    private const int LinesAtATime = 4;

    public static void Softmax<T>(View x, int axis, bool logarithm, View y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        var length = x.Shape[axis];
        var stride = Stride(x.Layout, axis);
        var target = Stride(y.Layout, axis);
        var line = stride == 1 && target == 1 ? [] : new T[length];
        foreach (var (source, result) in Lines(x.Layout, y.Layout, axis))
        {
            if (line.Length == 0)
            {
                Softmax<T>(from.Slice(source, length), logarithm, to.Slice(result, length));
                continue;
            }

            for (var i = 0; i < length; i++)
            {
                line[i] = from[source + (i * stride)];
            }

            Softmax<T>(line, logarithm, line);
            for (var i = 0; i < length; i++)
            {
                to[result + (i * target)] = line[i];
            }
        }
    }

    public static void Scan<TKernel, T>(View x, int axis, View y)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        var stride = Stride(x.Layout, axis);
        var target = Stride(y.Layout, axis);
        var length = x.Shape[axis];
        Span<(int Source, int Result)> lines = stackalloc (int Source, int Result)[LinesAtATime];
        var gathered = 0;
        foreach (var line in Lines(x.Layout, y.Layout, axis))
        {
            lines[gathered++] = line;
            if (gathered == LinesAtATime)
            {
                ScanFour<TKernel, T>(from, to, lines, length, stride, target);
                gathered = 0;
            }
        }

        foreach (var (source, result) in lines[..gathered])
        {
            var total = TKernel.Identity<T>();
            for (var i = 0; i < length; i++)
            {
                total = TKernel.Invoke(total, from[source + (i * stride)]);
                to[result + (i * target)] = total;
            }
        }
    }

    // Each element of a line waits for the one before it; meanwhile there is time for those of other lines.
    private static void ScanFour<TKernel, T>(
        ReadOnlySpan<T> from, Span<T> to, ReadOnlySpan<(int Source, int Result)> lines, int length, int stride,
        int target)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        var ((x0, y0), (x1, y1), (x2, y2), (x3, y3)) = (lines[0], lines[1], lines[2], lines[3]);
        var t0 = TKernel.Identity<T>();
        var (t1, t2, t3) = (t0, t0, t0);
        for (var i = 0; i < length; i++)
        {
            var (at, into) = (i * stride, i * target);
            to[y0 + into] = t0 = TKernel.Invoke(t0, from[x0 + at]);
            to[y1 + into] = t1 = TKernel.Invoke(t1, from[x1 + at]);
            to[y2 + into] = t2 = TKernel.Invoke(t2, from[x2 + at]);
            to[y3 + into] = t3 = TKernel.Invoke(t3, from[x3 + at]);
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
