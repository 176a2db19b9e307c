using System.Numerics;

namespace NotebookGrad.Backends.Host;

/// <summary>Elements picked, or added, by whole-number positions along an axis.</summary>
internal static class Indexed
{
    public static void Gather<T>(View x, int axis, View index, View y)
        where T : unmanaged
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        var positions = HostBackend.Elements<long>(index.Storage);
        var (length, stride) = (x.Shape[axis], checked((int)x.Layout.Strides[axis]));
        var rows = new Rows(y.Layout, Standing(x.Layout, axis, y.Shape), index.Layout);
        while (rows.Next())
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var position = Checked("gather", positions[At(rows, 2, i)], length, axis);
                to[At(rows, 0, i)] = from[At(rows, 1, i) + (position * stride)];
            }
        }
    }

    public static void Scatter<T>(View x, int axis, View index, View y)
        where T : unmanaged
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        foreach (var (source, target) in Targets("scatter", x, axis, index, y))
        {
            to[target] = from[source];
        }
    }

    public static void ScatterAdd<T>(View x, int axis, View index, View y)
        where T : unmanaged, INumber<T>
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        foreach (var (source, target) in Targets("scatter_add", x, axis, index, y))
        {
            to[target] += from[source];
        }
    }

    // Where each element of x is, and where in y it goes.
    private static IEnumerable<(int Source, int Target)> Targets(
        string operation, View x, int axis, View index, View y)
    {
        var (length, stride) = (y.Shape[axis], checked((int)y.Layout.Strides[axis]));
        var rows = new Rows(x.Layout, Standing(y.Layout, axis, x.Shape), index.Layout);
        while (rows.Next())
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var position = HostBackend.Elements<long>(index.Storage)[At(rows, 2, i)];
                yield return (At(rows, 0, i), At(rows, 1, i) + (Checked(operation, position, length, axis) * stride));
            }
        }
    }

    // The table in the shape of the index, always at position 0 of the axis that the index moves along.
    private static Layout Standing(Layout table, int axis, Shape shape)
    {
        for (var other = 0; other < table.Rank; other++)
        {
            table = table.Slice(other, 0, other == axis ? Math.Min(1, table.Shape[axis]) : shape[other]);
        }

        return table.Expand(shape);
    }

    private static int At(Rows rows, int view, int i) => rows.Offset(view) + (i * rows.Stride(view));

    private static int Checked(string operation, long position, int length, int axis) =>
        position >= 0 && position < length
            ? (int)position
            : throw new ArgumentOutOfRangeException(
                nameof(position), $"{operation}: index {position} is out of bounds for axis {axis}, which has length "
                + $"{length}");
}
