using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// A product with a scattered matrix, of which element (i, j) is at <c>levels[i] + columns[j]</c>: the windows of an
/// image are one where they lie, though they share elements. It is made of register tiles that hold some of its
/// columns by some of the other matrix's rows, and no unfolded image is ever written out.
/// </summary>
internal static unsafe class ScatteredProduct<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The part of the first cache that the rows of a tile may take.</summary>
    private const int SliverBytes = 24 * 1024;

    /// <summary>The columns that are worked on while a sliver stays in the first cache.</summary>
    private const int BlockColumns = 16 * TileColumns;

    private const int TileColumns = ScatteredTile<T, TVector, TWidth>.Rows;

    /// <summary>How many numbers of scratch memory a product takes.</summary>
    public static nint Room(nint rows, nint depth) =>
        Slivers<T>.Room(rows, depth, TileRows(rows), inPlace: false) + (BlockColumns * TileRows(rows));

    /// <summary>Sets c, or adds to it: a (rows × depth) times b (depth × columns).</summary>
    /// <param name="rows">The rows of a and c.</param>
    /// <param name="a">Its rows or its columns lie side by side.</param>
    /// <param name="b">The scattered matrix.</param>
    /// <param name="levels">Elements to each row of b.</param>
    /// <param name="columns">Elements to each column of b.</param>
    /// <param name="targets">The same for c, from the start of a row; ascending.</param>
    /// <param name="c">Begins at element (0, 0).</param>
    /// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
    /// <param name="scratch">Room for <see cref="Room"/> numbers, aligned.</param>
    [SkipLocalsInit]
    public static void Multiply(
        nint rows, MatrixView<T> a, T* b, ReadOnlySpan<int> levels, ReadOnlySpan<int> columns,
        ReadOnlySpan<int> targets, MatrixView<T> c, bool accumulate, T* scratch)
    {
        var width = TileRows(rows);
        var block = scratch + Slivers<T>.Room(rows, levels.Length, width, inPlace: false);
        var slivers = new Slivers<T>(a, rows, levels.Length, width, inPlace: false, scratch);
        var starts = stackalloc int[BlockColumns];
        for (var column = 0; column < columns.Length; column += BlockColumns)
        {
            var count = Math.Min(BlockColumns, columns.Length - column);
            for (var i = 0; i < BlockColumns; i++)
            {
                // A last tile that is not full repeats a column; what comes of it is not stored.
                starts[i] = columns[column + Math.Min(i, count - 1)];
            }

            for (nint row = 0; row < rows; row += width)
            {
                var target = c.From(row, 0);
                var height = Math.Min(width, rows - row);
                var places = targets.Slice(column, count);
                if (accumulate)
                {
                    Load(target, places, height, block, width);
                }

                MultiplyBlock(width, slivers[row].Start, b, levels, starts, count, block, accumulate);
                Store(block, width, places, target, height);
            }
        }
    }

    // One register is enough for so many rows, or wastes less of two than two would.
    private static bool IsNarrow(nint rows) =>
        rows <= TWidth.Count || (rows > 2 * TWidth.Count && rows <= 3 * TWidth.Count);

    private static nint TileRows(nint rows) => IsNarrow(rows) ? TWidth.Count : 2 * TWidth.Count;

    private static void MultiplyBlock(
        nint width, T* sliver, T* b, ReadOnlySpan<int> levels, int* columns, int count, T* block,
        bool accumulate)
    {
        var limit = SliverBytes / ((int)width * sizeof(T));
        var parts = (levels.Length + limit - 1) / limit;
        var step = (levels.Length + parts - 1) / parts;
        fixed (int* start = levels)
        {
            for (var level = 0; level < levels.Length; level += step)
            {
                var depth = Math.Min(step, levels.Length - level);
                var factors = sliver + (level * width);
                for (var column = 0; column < count; column += TileColumns)
                {
                    var target = block + (column * width);
                    if (width == TWidth.Count)
                    {
                        ScatteredTile<T, TVector, TWidth>.MultiplyNarrow(
                            depth, b, columns + column, start + level, factors, target, accumulate || level > 0);
                    }
                    else
                    {
                        ScatteredTile<T, TVector, TWidth>.Multiply(
                            depth, b, columns + column, start + level, factors, target, accumulate || level > 0);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Load(MatrixView<T> c, ReadOnlySpan<int> places, nint rows, T* block, nint width)
    {
        for (nint row = 0; row < rows; row++)
        {
            T* source = c.At(row, 0), target = block + row;
            foreach (var place in places)
            {
                *target = source[place];
                target += width;
            }
        }
    }

    /// <summary>Writes columns, each dense, to where they belong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Store(T* block, nint width, ReadOnlySpan<int> places, MatrixView<T> c, nint rows)
    {
        nint row = 0;
        if (typeof(T) == typeof(float) && Vector128.IsHardwareAccelerated)
        {
            for (; row + 4 <= rows; row += 4)
            {
                StoreFours(block + row, width, places, c.From(row, 0));
            }
        }

        for (; row < rows; row++)
        {
            T* source = block + row, target = c.At(row, 0);
            foreach (var place in places)
            {
                target[place] = *source;
                source += width;
            }
        }
    }

    // Four rows, four columns at a time where they lie side by side.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreFours(T* source, nint width, ReadOnlySpan<int> places, MatrixView<T> c)
    {
        var column = 0;
        while (column < places.Length)
        {
            var target = c.At(0, places[column]);
            if (column + 4 <= places.Length && places[column + 3] == places[column] + 3)
            {
                Transposition.FourByFour((float*)source, width, (float*)target, c.RowStride);
                column += 4;
                source += 4 * width;
                continue;
            }

            for (nint row = 0; row < 4; row++)
            {
                target[row * c.RowStride] = source[row];
            }

            column++;
            source += width;
        }
    }
}
