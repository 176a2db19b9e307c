using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// The innermost step of a product with a scattered matrix: six of its rows times packed columns, kept in registers
/// while the depth goes by.
/// </summary>
/// <remarks>
/// Elements of the scattered matrix are read singly, for each stands for a whole register; so it does not matter where
/// they lie. Each tile is compiled at once for good: a slow version of it would cost more than anything else.
/// </remarks>
internal static unsafe class ScatteredTile<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 6;

    /// <summary>Sets a tile of c, or adds to it: 6 rows of a times the columns of b, which fill two registers.</summary>
    /// <param name="depth">The columns of a and rows of b.</param>
    /// <param name="a">Of which element (i, j) is at <c>rows[i] + levels[j]</c>.</param>
    /// <param name="rows">Elements to each row of a.</param>
    /// <param name="levels">Elements to each column of a.</param>
    /// <param name="b">Dense, row by row.</param>
    /// <param name="c">Likewise.</param>
    /// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(nint depth, T* a, int* rows, int* levels, T* b, T* c, bool accumulate) =>
        Multiply(depth, a, rows, levels, b, c, accumulate, pairs: false);

    /// <summary>
    /// As <see cref="Multiply(nint, T*, int*, int*, T*, T*, bool)"/>, for columns that fill one register: even levels
    /// are summed in one, odd ones in another, so that there are sums enough to hide the latency.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyNarrow(nint depth, T* a, int* rows, int* levels, T* b, T* c, bool accumulate) =>
        Multiply(depth, a, rows, levels, b, c, accumulate, pairs: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(
        nint depth, T* a, int* rows, int* levels, T* b, T* c, bool accumulate, bool pairs)
    {
        TVector left0 = default, left1 = default, left2 = default, left3 = default, left4 = default, left5 = default;
        TVector right0 = default, right1 = default, right2 = default;
        TVector right3 = default, right4 = default, right5 = default;
        T* row0 = a + rows[0], row1 = a + rows[1], row2 = a + rows[2];
        T* row3 = a + rows[3], row4 = a + rows[4], row5 = a + rows[5];
        var step = pairs ? 2 : 1;
        for (; depth >= step; depth -= step)
        {
            var left = TWidth.Load(b);
            var right = TWidth.Load(b + TWidth.Count);
            nint first = levels[0], second = levels[step - 1];
            Add(row0, first, second, left, right, ref left0, ref right0, pairs);
            Add(row1, first, second, left, right, ref left1, ref right1, pairs);
            Add(row2, first, second, left, right, ref left2, ref right2, pairs);
            Add(row3, first, second, left, right, ref left3, ref right3, pairs);
            Add(row4, first, second, left, right, ref left4, ref right4, pairs);
            Add(row5, first, second, left, right, ref left5, ref right5, pairs);
            b += 2 * TWidth.Count;
            levels += step;
        }

        if (pairs && depth > 0)
        {
            var left = TWidth.Load(b);
            nint last = levels[0];
            left0 = TWidth.MultiplyAdd(TWidth.Broadcast(row0[last]), left, left0);
            left1 = TWidth.MultiplyAdd(TWidth.Broadcast(row1[last]), left, left1);
            left2 = TWidth.MultiplyAdd(TWidth.Broadcast(row2[last]), left, left2);
            left3 = TWidth.MultiplyAdd(TWidth.Broadcast(row3[last]), left, left3);
            left4 = TWidth.MultiplyAdd(TWidth.Broadcast(row4[last]), left, left4);
            left5 = TWidth.MultiplyAdd(TWidth.Broadcast(row5[last]), left, left5);
        }

        Store(left0, right0, ref c, accumulate, pairs);
        Store(left1, right1, ref c, accumulate, pairs);
        Store(left2, right2, ref c, accumulate, pairs);
        Store(left3, right3, ref c, accumulate, pairs);
        Store(left4, right4, ref c, accumulate, pairs);
        Store(left5, right5, ref c, accumulate, pairs);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        T* row, nint first, nint second, TVector left, TVector right, ref TVector leftSum, ref TVector rightSum,
        bool pairs)
    {
        var factor = TWidth.Broadcast(row[first]);
        leftSum = TWidth.MultiplyAdd(factor, left, leftSum);
        rightSum = TWidth.MultiplyAdd(pairs ? TWidth.Broadcast(row[second]) : factor, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector left, TVector right, ref T* target, bool accumulate, bool pairs)
    {
        if (pairs)
        {
            left = TWidth.Add(left, right);
        }

        TWidth.Store(accumulate ? TWidth.Add(left, TWidth.Load(target)) : left, target);
        target += TWidth.Count;
        if (!pairs)
        {
            TWidth.Store(accumulate ? TWidth.Add(right, TWidth.Load(target)) : right, target);
            target += TWidth.Count;
        }
    }
}
