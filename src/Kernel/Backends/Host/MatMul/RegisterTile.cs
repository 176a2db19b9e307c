using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// The innermost step of a product: a tile of the result, 6 rows by 2 registers, that stays in registers while the
/// depth goes by.
/// </summary>
/// <remarks>
/// 12 sums hide the latency of two multiply-add units, and with 2 registers for b and 1 for a they fit in the 16
/// that every processor has. So one tile serves all widths.
/// </remarks>
internal static unsafe class RegisterTile<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 6;

    /// <summary>The columns of a tile.</summary>
    public static int Columns => 2 * TWidth.Count;

    /// <summary>Sets a tile of c, or adds to it: the product of 6 rows of a and as many columns of b.</summary>
    /// <param name="depth">The columns of a and rows of b.</param>
    /// <param name="a">6 rows; any strides.</param>
    /// <param name="b">Its columns must lie side by side.</param>
    /// <param name="c">Its columns must lie side by side.</param>
    /// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
    public static void Multiply(
        nint depth, in MatrixView<T> a, in MatrixView<T> b, in MatrixView<T> c, bool accumulate) =>
        Multiply(depth, a, new EvenRows<T>(b.Start, b.RowStride, TWidth.Count), c, accumulate);

    /// <summary>As above, with rows of b that lie anywhere.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TRows>(
        nint depth, in MatrixView<T> a, in TRows b, in MatrixView<T> c, bool accumulate)
        where TRows : struct, ITileRows<T>
    {
        TVector left0 = default, left1 = default, left2 = default, left3 = default, left4 = default, left5 = default;
        TVector right0 = default, right1 = default, right2 = default;
        TVector right3 = default, right4 = default, right5 = default;
        var column = a.Start;
        var rows = b;
        nint stride = a.RowStride, half = stride * 3, step = a.ColumnStride;
        Prefetch(c);
        for (; depth > 0; depth--)
        {
            var left = TWidth.Load(rows.Left);
            var right = TRows.AreNarrow ? left : TWidth.Load(rows.Right);
            var lower = column + half;
            Add<TRows>(column, left, right, ref left0, ref right0);
            Add<TRows>(column + stride, left, right, ref left1, ref right1);
            Add<TRows>(column + (stride * 2), left, right, ref left2, ref right2);
            Add<TRows>(lower, left, right, ref left3, ref right3);
            Add<TRows>(lower + stride, left, right, ref left4, ref right4);
            Add<TRows>(lower + (stride * 2), left, right, ref left5, ref right5);
            column += step;
            rows.Advance();
        }

        Store<TRows>(left0, right0, c.At(0, 0), accumulate);
        Store<TRows>(left1, right1, c.At(1, 0), accumulate);
        Store<TRows>(left2, right2, c.At(2, 0), accumulate);
        Store<TRows>(left3, right3, c.At(3, 0), accumulate);
        Store<TRows>(left4, right4, c.At(4, 0), accumulate);
        Store<TRows>(left5, right5, c.At(5, 0), accumulate);
    }

    /// <summary>Has the tile's place fetched while its sums are made; it comes from far off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(in MatrixView<T> c)
    {
        for (nint row = 0; Sse.IsSupported && row < Rows; row++)
        {
            Sse.Prefetch0(c.At(row, 0));
            Sse.Prefetch0(c.At(row, Columns - 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TRows>(T* value, TVector left, TVector right, ref TVector leftSum, ref TVector rightSum)
        where TRows : struct, ITileRows<T>
    {
        var factor = TWidth.Broadcast(*value);
        leftSum = TWidth.MultiplyAdd(factor, left, leftSum);
        if (!TRows.AreNarrow)
        {
            rightSum = TWidth.MultiplyAdd(factor, right, rightSum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TRows>(TVector left, TVector right, T* target, bool accumulate)
        where TRows : struct, ITileRows<T>
    {
        TWidth.Store(accumulate ? TWidth.Add(left, TWidth.Load(target)) : left, target);
        if (!TRows.AreNarrow)
        {
            target += TWidth.Count;
            TWidth.Store(accumulate ? TWidth.Add(right, TWidth.Load(target)) : right, target);
        }
    }
}
