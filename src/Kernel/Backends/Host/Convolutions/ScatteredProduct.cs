using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// A product with a scattered matrix, made of register tiles: a sliver of it is gathered into the first cache and meets
/// all rows of the other operand there. So no unfolded image is ever written out.
/// </summary>
internal static unsafe class ScatteredProduct<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The part of the first cache that a sliver of b may take.</summary>
    private const int SliverBytes = 24 * 1024;

    private const int TileRows = RegisterTile<T, TVector, TWidth>.Rows;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    private static int DepthLimit => SliverBytes / (TileColumns * sizeof(T));

    /// <summary>How many numbers of scratch memory a product of this depth takes.</summary>
    public static nint Room(nint depth) =>
        (Math.Min(depth, DepthLimit) * (TileColumns + TileRows)) + TWidth.Count;

    /// <summary>Sets c, or adds to it: a (rows × depth) times b (depth × columns).</summary>
    /// <param name="rows">The rows of a and c.</param>
    /// <param name="a">Its columns lie side by side.</param>
    /// <param name="b">After each of its elements another <c>TWidth.Count</c> must be readable.</param>
    /// <param name="c">Begins at element (0, 0).</param>
    /// <param name="places">Elements from a row's start to each column of c, ascending.</param>
    /// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
    /// <param name="scratch">Room for <see cref="Room"/> numbers.</param>
    [SkipLocalsInit]
    public static void Multiply(
        nint rows, MatrixView<T> a, ScatteredMatrix<T> b, MatrixView<T> c, ReadOnlySpan<int> places, bool accumulate,
        T* scratch)
    {
        var (depth, columns) = (b.Rows.Length, b.Columns.Length);
        var pieces = stackalloc Piece[TileColumns];
        var lastRows = scratch + (Math.Min(depth, DepthLimit) * TileColumns) + TWidth.Count;
        for (var level = 0; level < depth; level += DepthLimit)
        {
            var length = Math.Min(DepthLimit, depth - level);
            var factors = new Slivers<T>(a.From(0, level), rows, length, TileRows, inPlace: true, lastRows);
            for (var column = 0; column < columns; column += TileColumns)
            {
                var width = Math.Min(TileColumns, columns - column);
                var count = Cut(b.Columns.Slice(column, width), pieces);
                Gather(b.Start, b.Rows.Slice(level, length), pieces, count, scratch);
                MultiplySliver(
                    rows, length, factors, scratch, c, places.Slice(column, width), accumulate || level > 0);
            }
        }
    }

    private static void MultiplySliver(
        nint rows, nint depth, Slivers<T> a, T* sliver, MatrixView<T> c, ReadOnlySpan<int> places, bool accumulate)
    {
        var b = new MatrixView<T>(sliver, TileColumns, 1);
        var isWhole = places.Length == TileColumns && places[^1] - places[0] == TileColumns - 1;
        for (nint row = 0; row < rows; row += TileRows)
        {
            if (isWhole && row + TileRows <= rows)
            {
                RegisterTile<T, TVector, TWidth>.Multiply(depth, a[row], b, c.From(row, places[0]), accumulate);
            }
            else
            {
                MultiplyEdge(Math.Min(TileRows, rows - row), depth, a[row], b, c.From(row, 0), places, accumulate);
            }
        }
    }

    /// <summary>A tile whose columns do not lie side by side in c, or of which only some belong to c: made aside.</summary>
    [SkipLocalsInit]
    private static void MultiplyEdge(
        nint rows, nint depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, ReadOnlySpan<int> places,
        bool accumulate)
    {
        var numbers = stackalloc T[TileRows * TileColumns];
        var tile = new MatrixView<T>(numbers, TileColumns, 1);
        for (nint row = 0; accumulate && row < rows; row++)
        {
            T* source = c.At(row, 0), target = tile.At(row, 0);
            for (var column = 0; column < places.Length; column++)
            {
                target[column] = source[places[column]];
            }
        }

        RegisterTile<T, TVector, TWidth>.Multiply(depth, a, b, tile, accumulate);
        for (nint row = 0; row < rows; row++)
        {
            T* source = tile.At(row, 0), target = c.At(row, 0);
            for (var column = 0; column < places.Length; column++)
            {
                target[places[column]] = source[column];
            }
        }
    }

    /// <summary>Cuts columns into pieces that lie side by side and fit a register.</summary>
    private static int Cut(ReadOnlySpan<int> columns, Piece* pieces)
    {
        var count = 0;
        for (int column = 0, first = 0; column < columns.Length; column++)
        {
            if (column == 0 || columns[column] != columns[column - 1] + 1 || column - first == TWidth.Count)
            {
                pieces[count++] = new(columns[column], column);
                first = column;
            }
        }

        return count;
    }

    /// <summary>
    /// Copies the pieces of each row side by side. Every piece is copied as a whole register; what is beyond its end is
    /// overwritten by the next piece, or the next row.
    /// </summary>
    private static void Gather(T* source, ReadOnlySpan<int> rows, Piece* pieces, int count, T* target)
    {
        foreach (var row in rows)
        {
            var start = source + row;
            for (var piece = pieces; piece < pieces + count; piece++)
            {
                TWidth.Store(TWidth.Load(start + piece->Source), target + piece->Target);
            }

            target += TileColumns;
        }
    }

    /// <summary>Neighbours, and where in a sliver's row they go.</summary>
    private readonly record struct Piece(int Source, int Target);
}
