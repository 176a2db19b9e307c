using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// A tile of 14 rows of a scattered matrix, twice seven that lie evenly spaced, as neighbours on a line do; else as
/// <see cref="ScatteredTile{T, TVector, TWidth}"/>. One address and the steps from it stand for all, so that more sums
/// fit for each register of factors read.
/// </summary>
internal static unsafe class EvenTile<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The rows of a tile.</summary>
    public const int Rows = 2 * Half;

    /// <summary>The rows that are evenly spaced.</summary>
    public const int Half = 7;

    /// <summary>Whether rows begin as a tile needs it.</summary>
    public static bool Fits(ReadOnlySpan<int> rows)
    {
        if (rows.Length < Rows)
        {
            return false;
        }

        var step = rows[1] - rows[0];
        for (var i = 1; i < Half; i++)
        {
            if (rows[i] - rows[0] != i * step || rows[Half + i] - rows[Half] != i * step)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Sets a tile of c, or adds to it: 14 rows of a times the columns of b, which fill two registers.
    /// </summary>
    /// <param name="depth">The columns of a and rows of b.</param>
    /// <param name="a">Row 0.</param>
    /// <param name="step">Elements from a row to the next, but not from 6 to 7.</param>
    /// <param name="half">Elements from row 0 to row 7.</param>
    /// <param name="levels">Elements to each column of a.</param>
    /// <param name="b">Dense, row by row.</param>
    /// <param name="c">Likewise.</param>
    /// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(nint depth, T* a, nint step, nint half, int* levels, T* b, T* c, bool accumulate)
    {
        TVector left0 = default, left1 = default, left2 = default, left3 = default;
        TVector left4 = default, left5 = default, left6 = default, left7 = default;
        TVector left8 = default, left9 = default, left10 = default, left11 = default;
        TVector left12 = default, left13 = default;
        TVector right0 = default, right1 = default, right2 = default, right3 = default;
        TVector right4 = default, right5 = default, right6 = default, right7 = default;
        TVector right8 = default, right9 = default, right10 = default, right11 = default;
        TVector right12 = default, right13 = default;
        nint step2 = 2 * step, step3 = 3 * step, step4 = 4 * step, step5 = 5 * step, step6 = 6 * step;
        for (; depth > 0; depth--)
        {
            var left = TWidth.Load(b);
            var right = TWidth.Load(b + TWidth.Count);
            var row = a + *levels;
            Add(row, left, right, ref left0, ref right0);
            Add(row + step, left, right, ref left1, ref right1);
            Add(row + step2, left, right, ref left2, ref right2);
            Add(row + step3, left, right, ref left3, ref right3);
            Add(row + step4, left, right, ref left4, ref right4);
            Add(row + step5, left, right, ref left5, ref right5);
            Add(row + step6, left, right, ref left6, ref right6);
            row += half;
            Add(row, left, right, ref left7, ref right7);
            Add(row + step, left, right, ref left8, ref right8);
            Add(row + step2, left, right, ref left9, ref right9);
            Add(row + step3, left, right, ref left10, ref right10);
            Add(row + step4, left, right, ref left11, ref right11);
            Add(row + step5, left, right, ref left12, ref right12);
            Add(row + step6, left, right, ref left13, ref right13);
            b += 2 * TWidth.Count;
            levels++;
        }

        Store(left0, right0, ref c, accumulate);
        Store(left1, right1, ref c, accumulate);
        Store(left2, right2, ref c, accumulate);
        Store(left3, right3, ref c, accumulate);
        Store(left4, right4, ref c, accumulate);
        Store(left5, right5, ref c, accumulate);
        Store(left6, right6, ref c, accumulate);
        Store(left7, right7, ref c, accumulate);
        Store(left8, right8, ref c, accumulate);
        Store(left9, right9, ref c, accumulate);
        Store(left10, right10, ref c, accumulate);
        Store(left11, right11, ref c, accumulate);
        Store(left12, right12, ref c, accumulate);
        Store(left13, right13, ref c, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* value, TVector left, TVector right, ref TVector leftSum, ref TVector rightSum)
    {
        var factor = TWidth.Broadcast(*value);
        leftSum = TWidth.MultiplyAdd(factor, left, leftSum);
        rightSum = TWidth.MultiplyAdd(factor, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TVector left, TVector right, ref T* target, bool accumulate)
    {
        TWidth.Store(accumulate ? TWidth.Add(left, TWidth.Load(target)) : left, target);
        target += TWidth.Count;
        TWidth.Store(accumulate ? TWidth.Add(right, TWidth.Load(target)) : right, target);
        target += TWidth.Count;
    }
}
