using System.Numerics;
using System.Numerics.Tensors;

namespace NotebookGrad.Backends.Host;

/// <summary>Work on the lines of elements along one axis.</summary>
internal static class AlongAxis
{
    public static void Softmax<T>(View x, int axis, bool logarithm, View y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        var length = x.Shape[axis];
        var stride = Stride(x.Layout, axis);
        var target = Stride(y.Layout, axis);
        var line = new T[length];
        foreach (var (source, result) in Lines(x.Layout, y.Layout, axis))
        {
            for (var i = 0; i < length; i++)
            {
                line[i] = from[source + (i * stride)];
            }

            Softmax<T>(line, logarithm);
            for (var i = 0; i < length; i++)
            {
                to[result + (i * target)] = line[i];
            }
        }
    }

    public static void ArgMax<T>(View x, int axis, View y)
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
                var (value, greatest) = (from[source + (i * stride)], from[source + (best * stride)]);
                if (value > greatest || (T.IsNaN(value) && !T.IsNaN(greatest)))
                {
                    best = i;
                }
            }

            to[result] = best;
        }
    }

    // Less the greatest, so that no exponential overflows; a line of −∞ alone gives NaN, as in PyTorch.
    private static void Softmax<T>(Span<T> line, bool logarithm)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (line.IsEmpty)
        {
            return;
        }

        TensorPrimitives.Subtract(line, TensorPrimitives.Max<T>(line), line);
        if (logarithm)
        {
            var exponentials = new T[line.Length];
            TensorPrimitives.Exp(line, exponentials);
            TensorPrimitives.Subtract(line, T.Log(TensorPrimitives.Sum<T>(exponentials)), line);
        }
        else
        {
            TensorPrimitives.Exp(line, line);
            TensorPrimitives.Divide(line, TensorPrimitives.Sum<T>(line), line);
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
}
