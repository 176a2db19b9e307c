using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Some columns of a scattered matrix, of which element (i, j) is at <c>levels[i] + columns[j]</c>, times a sliver of
/// factors: the windows of an image are such a matrix where they lie, though they share elements. The product is
/// dense, column by column.
/// </summary>
internal static unsafe class ScatteredBlock<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The columns of a block: whole tiles of either kind.</summary>
    public const int Columns = 9 * EvenTile<T, TVector, TWidth>.Rows;

    /// <summary>The levels of a sliver that are multiplied with all tiles while they stay in a near cache.</summary>
    private const int MostLevels = 576;

    private const int TileColumns = ScatteredTile<T, TVector, TWidth>.Rows;

    // Sums, factors and what they are multiplied with take all of 32 registers.
    private static bool HasEvenTiles => typeof(TVector) == typeof(Vector512<T>);

    /// <summary>The numbers that a block takes, and what the last tile writes beyond it.</summary>
    public static nint Room(nint width) => (Columns + TileColumns) * width;

    /// <summary>The rows of a sliver where there are so many rows of factors.</summary>
    public static nint Width(nint rows) => IsNarrow(rows) ? TWidth.Count : 2 * TWidth.Count;

    /// <summary>Sets the block, or adds to it.</summary>
    /// <param name="width">The rows of the sliver.</param>
    /// <param name="sliver">The factors, level by level.</param>
    /// <param name="image">The scattered matrix.</param>
    /// <param name="levels">Elements to each row of it.</param>
    /// <param name="columns">Elements to each column of it, at most <see cref="Columns"/>.</param>
    /// <param name="block">The product.</param>
    /// <param name="accumulate">Whether the block keeps what it holds and the product is added.</param>
    public static void Multiply(
        nint width, T* sliver, T* image, ReadOnlySpan<int> levels, ReadOnlySpan<int> columns, T* block,
        bool accumulate)
    {
        var parts = (levels.Length + MostLevels - 1) / MostLevels;
        var step = (levels.Length + parts - 1) / parts;
        fixed (int* rows = levels)
        {
            for (var level = 0; level < levels.Length; level += step)
            {
                var depth = Math.Min(step, levels.Length - level);
                MultiplyTiles(
                    width, depth, sliver + (level * width), image, rows + level, columns, block,
                    accumulate || level > 0);
            }
        }
    }

    // One register is enough for so many rows, or wastes less of two than two would.
    private static bool IsNarrow(nint rows) =>
        rows <= TWidth.Count || (rows > 2 * TWidth.Count && rows <= 3 * TWidth.Count);

    [SkipLocalsInit]
    private static void MultiplyTiles(
        nint width, nint depth, T* sliver, T* image, int* levels, ReadOnlySpan<int> columns, T* block, bool accumulate)
    {
        var starts = stackalloc int[TileColumns];
        for (var column = 0; column < columns.Length;)
        {
            var rest = columns[column..];
            var target = block + (column * width);
            if (HasEvenTiles && width > TWidth.Count && EvenTile<T, TVector, TWidth>.Fits(rest))
            {
                EvenTile<T, TVector, TWidth>.Multiply(
                    depth, image + rest[0], rest[1] - rest[0], rest[EvenTile<T, TVector, TWidth>.Half] - rest[0],
                    levels, sliver, target, accumulate);
                column += EvenTile<T, TVector, TWidth>.Rows;
                continue;
            }

            for (var i = 0; i < TileColumns; i++)
            {
                // A last tile that is not full repeats a column; what comes of it is beyond the block.
                starts[i] = rest[Math.Min(i, rest.Length - 1)];
            }

            if (width > TWidth.Count)
            {
                ScatteredTile<T, TVector, TWidth>.Multiply(depth, image, starts, levels, sliver, target, accumulate);
            }
            else
            {
                ScatteredTile<T, TVector, TWidth>.MultiplyNarrow(
                    depth, image, starts, levels, sliver, target, accumulate);
            }

            column += TileColumns;
        }
    }
}
