using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Pointwise work. Rows whose elements lie side by side go to the kernel's span member as they are; others are brought
/// together in a buffer that stays in the first-level cache.
/// </summary>
internal static class Elementwise
{
    private const int TileLength = 1024;

    [SkipLocalsInit]
    public static void Map<T, TKernel>(TKernel kernel, View x, View y)
        where T : unmanaged
        where TKernel : struct, ITypedUnary<T>
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        if (x.Layout.Count == 0)
        {
            return; // some functions of TensorPrimitives refuse empty rows
        }

        if (x.Layout.Count == 1)
        {
            to[(int)y.Layout.Offset] = kernel.Invoke(from[(int)x.Layout.Offset]);
        }
        else if (x.Layout.IsContiguous && y.Layout.IsContiguous)
        {
            kernel.Invoke(Part(x, from), Part(y, to));
        }
        else
        {
            var rows = new Rows(y.Layout, x.Layout);
            Span<T> buffer = stackalloc T[TileLength];
            while (rows.Next())
            {
                for (var start = 0; start < rows.Length; start += TileLength)
                {
                    var length = Math.Min(TileLength, rows.Length - start);
                    var row = Collect(from, rows, 1, start, length, buffer);
                    if (rows.Stride(0) == 1)
                    {
                        kernel.Invoke(row, to.Slice(rows.Offset(0) + start, length));
                    }
                    else
                    {
                        kernel.Invoke(row, buffer[..length]);
                        Spread(buffer[..length], to, rows, start);
                    }
                }
            }
        }
    }

    public static void Zip<T, TKernel>(TKernel kernel, View a, View b, View y)
        where T : unmanaged
        where TKernel : struct, ITypedBinary<T>
    {
        var left = HostBackend.Elements<T>(a.Storage);
        var right = HostBackend.Elements<T>(b.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        if (y.Layout.Count == 0)
        {
            return;
        }

        if (y.Layout.Count == 1)
        {
            to[(int)y.Layout.Offset] = kernel.Invoke(left[(int)a.Layout.Offset], right[(int)b.Layout.Offset]);
        }
        else if (a.Layout.IsContiguous && b.Layout.IsContiguous && y.Layout.IsContiguous)
        {
            kernel.Invoke(Part(a, left), Part(b, right), Part(y, to));
        }
        else
        {
            ZipRows(kernel, new Rows(y.Layout, a.Layout, b.Layout), left, right, to);
        }
    }

    public static void Compare<TKernel, T>(View a, View b, View y)
        where TKernel : struct, IComparisonKernel
        where T : unmanaged, INumber<T>
    {
        var left = HostBackend.Numbers<T>(a.Storage);
        var right = HostBackend.Numbers<T>(b.Storage);
        var to = HostBackend.Elements<bool>(y.Storage);
        var rows = new Rows(y.Layout, a.Layout, b.Layout);
        while (rows.Next())
        {
            var (target, first, second) = (rows.Line(0), rows.Line(1), rows.Line(2));
            for (var i = 0; i < rows.Length; i++)
            {
                to[target[i]] = TKernel.Invoke(left[first[i]], right[second[i]]);
            }
        }
    }

    public static void Select<T>(View condition, View a, View b, View y)
        where T : unmanaged
    {
        var conditions = HostBackend.Elements<bool>(condition.Storage);
        var left = HostBackend.Elements<T>(a.Storage);
        var right = HostBackend.Elements<T>(b.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        var rows = new Rows(y.Layout, condition.Layout, a.Layout, b.Layout);
        while (rows.Next())
        {
            var (target, choice, first, second) = (rows.Line(0), rows.Line(1), rows.Line(2), rows.Line(3));
            for (var i = 0; i < rows.Length; i++)
            {
                to[target[i]] = conditions[choice[i]] ? left[first[i]] : right[second[i]];
            }
        }
    }

    [SkipLocalsInit]
    private static void ZipRows<T, TKernel>(
        TKernel kernel, Rows rows, ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> to)
        where T : unmanaged
        where TKernel : struct, ITypedBinary<T>
    {
        if (rows.Stride(0) == 1 && rows.Stride(1) == 1 && rows.Stride(2) == 1)
        {
            while (rows.Next())
            {
                kernel.Invoke(
                    left.Slice(rows.Offset(1), rows.Length),
                    right.Slice(rows.Offset(2), rows.Length),
                    to.Slice(rows.Offset(0), rows.Length));
            }

            return;
        }

        Span<T> leftBuffer = stackalloc T[TileLength];
        Span<T> rightBuffer = stackalloc T[TileLength];
        while (rows.Next())
        {
            for (var start = 0; start < rows.Length; start += TileLength)
            {
                var length = Math.Min(TileLength, rows.Length - start);
                var a = Collect(left, rows, 1, start, length, leftBuffer);
                var b = Collect(right, rows, 2, start, length, rightBuffer);
                if (rows.Stride(0) == 1)
                {
                    kernel.Invoke(a, b, to.Slice(rows.Offset(0) + start, length));
                }
                else
                {
                    kernel.Invoke(a, b, leftBuffer[..length]);
                    Spread(leftBuffer[..length], to, rows, start);
                }
            }
        }
    }

    /// <summary>Part of a row side by side: where it lies, or in the buffer.</summary>
    public static ReadOnlySpan<T> Collect<T>(
        ReadOnlySpan<T> from, Rows rows, int view, int start, int length, Span<T> buffer)
        where T : unmanaged
    {
        var stride = rows.Stride(view);
        var offset = rows.Offset(view) + (start * stride);
        if (stride == 1)
        {
            return from.Slice(offset, length);
        }

        var part = buffer[..length];
        if (stride == 0)
        {
            part.Fill(from[offset]);
        }
        else if (length > 0)
        {
            // The ends are within bounds, and so is all between.
            ref var first = ref Unsafe.AsRef(in from[offset]);
            _ = from[offset + ((length - 1) * stride)];
            for (var i = 0; i < part.Length; i++)
            {
                part[i] = Unsafe.Add(ref first, i * stride);
            }
        }

        return part;
    }

    private static void Spread<T>(ReadOnlySpan<T> row, Span<T> to, Rows rows, int start)
        where T : unmanaged
    {
        var stride = rows.Stride(0);
        var offset = rows.Offset(0) + (start * stride);
        for (var i = 0; i < row.Length; i++)
        {
            to[offset + (i * stride)] = row[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<T> Part<T>(View view, Span<T> elements) =>
        elements.Slice((int)view.Layout.Offset, (int)view.Layout.Count);
}
