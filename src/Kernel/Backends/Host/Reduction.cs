using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>Sums and their like.</summary>
internal static class Reduction
{
    /// <summary>The most elements that are combined one after another.</summary>
    public const int ShortLength = 2048;

    // In bytes. Elements that lie further apart are not worth reading what is between.
    private const int CacheLine = 64;

    // Elements combined side by side.
    private const int LaneCount = 1024;

    public static void Reduce<TKernel, T>(View x, View y)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        var from = HostBackend.Elements<T>(x.Storage);
        var to = HostBackend.Elements<T>(y.Storage);
        to.Slice((int)y.Layout.Offset, (int)y.Layout.Count).Fill(TKernel.Identity<T>());
        if (x.Layout.Count == 0 || TryInOrder<TKernel, T>(from, to, x.Layout, y.Layout))
        {
            return;
        }

        // Seen in the shape of x, a reduced axis of y has stride 0.
        var rows = new Rows(x.Layout, y.Layout.Expand(x.Shape));
        var (stride, resultStride) = (rows.Stride(0), rows.Stride(1));
        while (rows.Next())
        {
            if (stride == 1 && resultStride == 1)
            {
                var sum = to.Slice(rows.Offset(1), rows.Length);
                TKernel.Invoke(sum, from.Slice(rows.Offset(0), rows.Length), sum);
            }
            else if (resultStride == 0)
            {
                ref var result = ref to[rows.Offset(1)];
                result = TKernel.Invoke(result, Row<TKernel, T>(from, rows));
            }
            else
            {
                Combine<TKernel, T>(from, to, rows);
            }
        }
    }

    /// <summary>
    /// Reduces neighbouring axes of elements that lie in order: as <see cref="Rows"/> would tell, but to find these takes
    /// longer than many a sum.
    /// </summary>
    private static bool TryInOrder<TKernel, T>(ReadOnlySpan<T> from, Span<T> to, Layout x, Layout y)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        var axis = x.Rank;
        if (!x.IsContiguous || !y.IsContiguous || y.Rank != axis)
        {
            return false;
        }

        var (inner, reduced) = (1, 1);
        for (; axis > 0 && y.Shape[axis - 1] == x.Shape[axis - 1]; axis--)
        {
            inner *= x.Shape[axis - 1];
        }

        for (; axis > 0 && y.Shape[axis - 1] == 1; axis--)
        {
            reduced *= x.Shape[axis - 1];
        }

        for (; axis > 0; axis--)
        {
            if (y.Shape[axis - 1] != x.Shape[axis - 1])
            {
                return false;
            }
        }

        from = from.Slice((int)x.Offset, (int)x.Count);
        for (to = to.Slice((int)y.Offset, (int)y.Count); !to.IsEmpty; to = to[inner..])
        {
            var block = from[..(reduced * inner)];
            from = from[block.Length..];
            if (inner == 1)
            {
                to[0] = TKernel.Invoke(to[0], Halved<TKernel, T>(block));
                continue;
            }

            for (var sum = to[..inner]; !block.IsEmpty; block = block[inner..])
            {
                TKernel.Invoke(sum, block[..inner], sum);
            }
        }

        return true;
    }

    private static T Row<TKernel, T>(ReadOnlySpan<T> from, Rows rows)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        // A row that goes back is the same elements in another order.
        var (stride, reach) = (Math.Abs(rows.Stride(0)), (rows.Length - 1) * rows.Stride(0));
        var first = Math.Min(rows.Offset(0), rows.Offset(0) + reach);
        return stride switch
        {
            1 => Halved<TKernel, T>(from.Slice(first, rows.Length)),
            > 1 when stride <= CacheLine / Unsafe.SizeOf<T>() && Math.Abs(reach) >= 4 * LaneCount =>
                Spaced<TKernel, T>(from.Slice(first, Math.Abs(reach) + 1), stride),
            _ => Collected<TKernel, T>(from, rows),
        };
    }

    /// <summary>
    /// Elements at a distance combined. What lies between them is in the same cache lines: whole parts of the row are
    /// combined as they are, and the lanes that count picked in the end.
    /// </summary>
    [SkipLocalsInit]
    private static T Spaced<TKernel, T>(ReadOnlySpan<T> row, int stride)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        Span<T> buffer = stackalloc T[LaneCount];
        var lanes = buffer[..(LaneCount - (LaneCount % stride))];
        var half = row.Length / 2 / lanes.Length * lanes.Length;
        if (half > ShortLength / 2 * lanes.Length)
        {
            return TKernel.Invoke(
                Spaced<TKernel, T>(row[..(half - stride + 1)], stride), Spaced<TKernel, T>(row[half..], stride));
        }

        row[..lanes.Length].CopyTo(lanes);
        for (row = row[lanes.Length..]; !row.IsEmpty; row = row[Math.Min(lanes.Length, row.Length)..])
        {
            var met = lanes[..Math.Min(lanes.Length, row.Length)];
            TKernel.Invoke(met, row[..met.Length], met);
        }

        var count = lanes.Length / stride;
        for (var i = 0; i < count; i++)
        {
            lanes[i] = lanes[i * stride];
        }

        return TKernel.Invoke(lanes[..count]);
    }

    [SkipLocalsInit]
    private static T Collected<TKernel, T>(ReadOnlySpan<T> from, Rows rows)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        Span<T> buffer = stackalloc T[ShortLength];
        var result = TKernel.Identity<T>();
        for (var start = 0; start < rows.Length; start += ShortLength)
        {
            var length = Math.Min(ShortLength, rows.Length - start);
            result = TKernel.Invoke(result, TKernel.Invoke(Elementwise.Collect(from, rows, 0, start, length, buffer)));
        }

        return result;
    }

    /// <summary>All of a row combined; halved until it is short, which keeps rounding errors small.</summary>
    public static T Halved<TKernel, T>(ReadOnlySpan<T> x)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T> => x.Length <= ShortLength
        ? TKernel.Invoke(x)
        : TKernel.Invoke(Halved<TKernel, T>(x[..(x.Length / 2)]), Halved<TKernel, T>(x[(x.Length / 2)..]));

    private static void Combine<TKernel, T>(ReadOnlySpan<T> from, Span<T> to, Rows rows)
        where TKernel : struct, IReductionKernel
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < rows.Length; i++)
        {
            ref var result = ref to[rows.Offset(1) + (i * rows.Stride(1))];
            result = TKernel.Invoke(result, from[rows.Offset(0) + (i * rows.Stride(0))]);
        }
    }
}
