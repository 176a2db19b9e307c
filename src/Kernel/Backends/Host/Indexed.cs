using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Host;

/// <summary>Elements picked, or added, by whole-number positions along an axis.</summary>
internal static class Indexed
{
    public static void Gather<T>(View x, int axis, View index, View y)
        where T : unmanaged
    {
        if (y.Layout.Count > 0)
        {
            RowPieces.Run(
                new Rows(y.Layout, x.Layout.Standing(axis, y.Shape), index.Layout),
                (rows, start, end) => Gather<T>(rows, start, end, x, axis, index.Storage, y.Storage));
        }
    }

    private static void Gather<T>(Rows rows, int start, int end, View x, int axis, Storage index, Storage y)
        where T : unmanaged
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y);
        var positions = HostBackend.Elements<long>(index);
        var (length, stride) = (x.Shape[axis], checked((int)x.Layout.Strides[axis]));
        while (rows.Next())
        {
            var (target, table, picks) = (rows.Line(0), rows.Line(1), rows.Line(2));
            if (target.Stride == 1 && picks.Stride == 1 && table.Stride == 0 && stride == 1)
            {
                Pick(
                    from.Slice(table.Start, length), positions.Slice(picks[start], end - start),
                    to.Slice(target[start], end - start), axis);
                continue;
            }

            for (var i = start; i < end; i++)
            {
                var position = (int)Checked("gather", positions[picks[i]], length, axis);
                to[target[i]] = from[table[i] + (position * stride)];
            }
        }
    }

    // Elements of one row, as many as there are positions; eight at a time, for else counting them takes a fifth of the
    // time.
    private static void Pick<T>(ReadOnlySpan<T> row, ReadOnlySpan<long> positions, Span<T> to, int axis)
        where T : unmanaged
    {
        for (; positions.Length >= 8 && to.Length >= 8; positions = positions[8..], to = to[8..])
        {
            to[0] = Picked(row, positions[0], axis);
            to[1] = Picked(row, positions[1], axis);
            to[2] = Picked(row, positions[2], axis);
            to[3] = Picked(row, positions[3], axis);
            to[4] = Picked(row, positions[4], axis);
            to[5] = Picked(row, positions[5], axis);
            to[6] = Picked(row, positions[6], axis);
            to[7] = Picked(row, positions[7], axis);
        }

        for (var i = 0; i < positions.Length; i++)
        {
            to[i] = Picked(row, positions[i], axis);
        }
    }

    // A position is read and checked once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Picked<T>(ReadOnlySpan<T> row, long position, int axis)
        where T : unmanaged =>
        Unsafe.Add(ref MemoryMarshal.GetReference(row), Checked("gather", position, row.Length, axis));

    public static void Scatter<T>(View x, int axis, View index, View y)
        where T : unmanaged => Put<T, Replacement<T>>("scatter", x, axis, index, y);

    public static void ScatterAdd<T>(View x, int axis, View index, View y)
        where T : unmanaged, INumber<T> => Put<T, Addition<T>>("scatter_add", x, axis, index, y);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put<T, TMeeting>(string operation, View x, int axis, View index, View y)
        where T : unmanaged
        where TMeeting : struct, IMeeting<T>
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        var positions = HostBackend.Elements<long>(index.Storage);
        var (length, stride) = (y.Shape[axis], checked((int)y.Layout.Strides[axis]));
        var rows = new Rows(x.Layout, y.Layout.Standing(axis, x.Shape), index.Layout);
        while (rows.Next())
        {
            var (source, table, places) = (rows.Line(0), rows.Line(1), rows.Line(2));
            for (var i = 0; i < rows.Length; i++)
            {
                var position = (int)Checked(operation, positions[places.Start], length, axis);
                ref var element = ref to[table.Start + (position * stride)];
                element = TMeeting.Of(element, from[source.Start]);
                (source, table, places) = (source.Next, table.Next, places.Next);
            }
        }
    }

    private static nint Checked(string operation, long position, int length, int axis) =>
        (ulong)position < (ulong)length ? (nint)position : throw OutOfBounds(operation, position, length, axis);

    // Apart, so that the check is short enough to become part of a loop.
    private static ArgumentException OutOfBounds(string operation, long position, int length, int axis) =>
        new($"{operation}: index {position} is out of bounds for axis {axis}, which has length {length}");

    // What becomes of an element where another is put.
    private interface IMeeting<T>
    {
        static abstract T Of(T there, T comes);
    }

    private readonly struct Replacement<T> : IMeeting<T>
    {
        public static T Of(T there, T comes) => comes;
    }

    private readonly struct Addition<T> : IMeeting<T>
        where T : INumber<T>
    {
        public static T Of(T there, T comes) => there + comes;
    }
}
