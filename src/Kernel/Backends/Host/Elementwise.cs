using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Pointwise work. Rows whose elements lie side by side go to the kernel's row members as they are, a number that a row
/// repeats as one number; others are brought together in a buffer that stays in the first-level cache. Large results
/// are written past the cache, which is the faster way: they go round in more blocks than the cache holds, for only the
/// collector finds the dead ones. Not so where an operand is overwritten, which the cache has just read.
/// </summary>
internal static class Elementwise
{
    private const int TileLength = 1024;

    // TensorPrimitives writes so many elements past the cache by itself.
    private const int PartLength = RowPieces.Elements;

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
        else if (x.Layout.Count <= PartLength && x.Layout.IsContiguous && y.Layout.IsContiguous)
        {
            kernel.Invoke(Part(x, from), Part(y, to));
        }
        else
        {
            MapMany<T, TKernel>(kernel, x, y);
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
        else if (y.Layout.Count <= PartLength
            && a.Layout.IsContiguous && b.Layout.IsContiguous && y.Layout.IsContiguous)
        {
            kernel.Invoke(Part(a, left), Part(b, right), Part(y, to));
        }
        else if (y.Layout.Count <= TileLength && y.Layout.IsContiguous)
        {
            ZipSmall(kernel, a, left, b, right, Part(y, to));
        }
        else
        {
            ZipMany<T, TKernel>(kernel, a, b, y);
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

    // What is small takes less time to bring together than to walk row by row.
    [SkipLocalsInit]
    private static void ZipSmall<T, TKernel>(
        TKernel kernel, View a, ReadOnlySpan<T> left, View b, ReadOnlySpan<T> right, Span<T> result)
        where T : unmanaged
        where TKernel : struct, ITypedBinary<T>
    {
        Span<T> leftBuffer = stackalloc T[TileLength];
        Span<T> rightBuffer = stackalloc T[TileLength];
        kernel.Invoke(RowMajor.Of(a, left, leftBuffer), RowMajor.Of(b, right, rightBuffer), result);
    }

    // Apart, so that only what takes this way makes an object of what it hands to the pieces.
    private static void MapMany<T, TKernel>(TKernel kernel, View x, View y)
        where T : unmanaged
        where TKernel : struct, ITypedUnary<T> => RowPieces.Run(
            new Rows(y.Layout, x.Layout),
            (rows, start, end) => MapRows<T, TKernel>(kernel, rows, start, end, x.Storage, y));

    private static void ZipMany<T, TKernel>(TKernel kernel, View a, View b, View y)
        where T : unmanaged
        where TKernel : struct, ITypedBinary<T> => RowPieces.Run(
            new Rows(y.Layout, a.Layout, b.Layout),
            (rows, start, end) => ZipRows<T, TKernel>(kernel, rows, start, end, a.Storage, b.Storage, y));

    [SkipLocalsInit]
    private static void MapRows<T, TKernel>(TKernel kernel, Rows rows, int first, int end, Storage x, View y)
        where T : unmanaged
        where TKernel : struct, ITypedUnary<T>
    {
        var from = HostBackend.Elements<T>(x);
        var to = HostBackend.Elements<T>(y.Storage);
        Span<T> buffer = stackalloc T[TileLength];
        var goesPast = y.Layout.Count > PartLength && x != y.Storage;
        var isLong = goesPast && rows.Length >= PartLength && rows.Stride(0) == 1 && rows.Stride(1) == 1;
        var atOnce = isLong ? PartLength : TileLength;
        var isDirect = isLong || (!goesPast && rows.Stride(0) == 1);
        while (rows.Next())
        {
            for (var start = first; start < end; start += atOnce)
            {
                var length = Math.Min(atOnce, end - start);
                var result = isDirect ? to.Slice(rows.Offset(0) + start, length) : buffer[..length];
                kernel.Invoke(Collect(from, rows, 1, start, length, buffer), result);
                if (!isDirect)
                {
                    Spread<T>(result, to, rows.Offset(0) + (start * rows.Stride(0)), rows.Stride(0));
                }
            }
        }
    }

    [SkipLocalsInit]
    private static void ZipRows<T, TKernel>(
        TKernel kernel, Rows rows, int first, int end, Storage a, Storage b, View y)
        where T : unmanaged
        where TKernel : struct, ITypedBinary<T>
    {
        var left = HostBackend.Elements<T>(a);
        var right = HostBackend.Elements<T>(b);
        var to = HostBackend.Elements<T>(y.Storage);
        Span<T> leftBuffer = stackalloc T[TileLength];
        Span<T> rightBuffer = stackalloc T[TileLength];
        var goesPast = y.Layout.Count > PartLength && a != y.Storage && b != y.Storage;
        var isLong = goesPast && rows.Length >= PartLength
            && rows.Stride(0) == 1 && rows.Stride(1) == 1 && rows.Stride(2) == 1;
        var atOnce = isLong ? PartLength : TileLength;
        var isDirect = isLong || (!goesPast && rows.Stride(0) == 1);
        while (rows.Next())
        {
            for (var start = first; start < end; start += atOnce)
            {
                var length = Math.Min(atOnce, end - start);
                var result = isDirect ? to.Slice(rows.Offset(0) + start, length) : leftBuffer[..length];
                ZipPart<T, TKernel>(kernel, rows, start, left, leftBuffer, right, rightBuffer, result);
                if (!isDirect)
                {
                    Spread<T>(result, to, rows.Offset(0) + (start * rows.Stride(0)), rows.Stride(0));
                }
            }
        }
    }

    private static void ZipPart<T, TKernel>(
        TKernel kernel, Rows rows, int start, ReadOnlySpan<T> left, Span<T> leftBuffer, ReadOnlySpan<T> right,
        Span<T> rightBuffer, Span<T> result)
        where T : unmanaged
        where TKernel : struct, ITypedBinary<T>
    {
        if (rows.Stride(1) == 0)
        {
            var b = Collect(right, rows, 2, start, result.Length, rightBuffer);
            if (!kernel.TryInvoke(left[rows.Offset(1)], b, result))
            {
                kernel.Invoke(Collect(left, rows, 1, start, result.Length, leftBuffer), b, result);
            }

            return;
        }

        var a = Collect(left, rows, 1, start, result.Length, leftBuffer);
        if (rows.Stride(2) != 0 || !kernel.TryInvoke(a, right[rows.Offset(2)], result))
        {
            kernel.Invoke(a, Collect(right, rows, 2, start, result.Length, rightBuffer), result);
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
        RowMajor.Bring(from, offset, stride, part);
        return part;
    }

    private static void Spread<T>(ReadOnlySpan<T> row, Span<T> to, int offset, int stride)
        where T : unmanaged
    {
        if (stride == 1)
        {
            PastCache.Copy(row, to.Slice(offset, row.Length));
            return;
        }

        for (var i = 0; i < row.Length; i++)
        {
            to[offset + (i * stride)] = row[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<T> Part<T>(View view, Span<T> elements) =>
        elements.Slice((int)view.Layout.Offset, (int)view.Layout.Count);
}
