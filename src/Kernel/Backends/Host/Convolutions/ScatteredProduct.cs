using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// A product with a scattered matrix, of which element (i, j) is at <c>rows[i] + columns[j]</c>: the windows of an
/// image are one where they lie, though they share elements. It is made of register tiles, and no unfolded image is
/// ever written out.
/// </summary>
internal static unsafe class ScatteredProduct<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The part of the first cache that the columns of a tile may take.</summary>
    private const int SliverBytes = 24 * 1024;

    private const int TileRows = RegisterTile<T, TVector, TWidth>.Rows;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    private static int DepthLimit => SliverBytes / (TileColumns * sizeof(T));

    /// <summary>How many numbers of scratch memory a product takes.</summary>
    public static nint Room => (DepthLimit * (TileColumns + TileRows)) + TWidth.Count;

    /// <summary>How to divide the columns of a product among tiles.</summary>
    public static TilePlan Plan(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, int rows) =>
        new(sources, targets, (rows + TileRows - 1) / TileRows, TWidth.Count);

    /// <summary>Sets c, or adds to it: a (rows × depth) times b (depth × columns).</summary>
    /// <param name="rows">The rows of a and c.</param>
    /// <param name="a">Its columns lie side by side.</param>
    /// <param name="b">After each of its elements another <c>TWidth.Count</c> must be readable.</param>
    /// <param name="levels">Elements to each row of b.</param>
    /// <param name="plan">The columns of b and c.</param>
    /// <param name="c">Begins at element (0, 0).</param>
    /// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
    /// <param name="scratch">Room for <see cref="Room"/> numbers.</param>
    public static void Multiply(
        nint rows, MatrixView<T> a, T* b, ReadOnlySpan<int> levels, TilePlan plan, MatrixView<T> c, bool accumulate,
        T* scratch)
    {
        var lastRows = scratch + (DepthLimit * TileColumns) + TWidth.Count;
        var parts = (levels.Length + DepthLimit - 1) / DepthLimit;
        var step = (levels.Length + parts - 1) / parts;
        fixed (int* starts = levels)
        {
            for (var level = 0; level < levels.Length; level += step)
            {
                var depth = Math.Min(step, levels.Length - level);
                var factors = new Slivers<T>(a.From(0, level), rows, depth, TileRows, inPlace: true, lastRows);
                foreach (var tile in plan.Tiles)
                {
                    var pieces = plan.Pieces.AsSpan(tile);
                    if (plan.InPlace)
                    {
                        var source = new ScatteredRows<T>(b + pieces[0].Source, b + pieces[^1].Source, starts + level);
                        MultiplyTiles(rows, depth, factors, source, pieces, c, accumulate || level > 0);
                    }
                    else
                    {
                        Gather(b, starts + level, depth, pieces, scratch);
                        var source = new EvenRows<T>(scratch, TileColumns, TWidth.Count);
                        MultiplyTiles(rows, depth, factors, source, pieces, c, accumulate || level > 0);
                    }
                }
            }
        }
    }

    private static void MultiplyTiles<TRows>(
        nint rows, nint depth, in Slivers<T> a, in TRows b, ReadOnlySpan<Piece> pieces, in MatrixView<T> c,
        bool accumulate)
        where TRows : struct, ITileRows<T>
    {
        var last = pieces[^1];
        var isDense = last.Column + last.Count == TileColumns && last.Target - pieces[0].Target == last.Column
            && last.Step == 1;
        for (nint row = 0; row < rows; row += TileRows)
        {
            if (isDense && row + TileRows <= rows)
            {
                RegisterTile<T, TVector, TWidth>.Multiply(depth, a[row], b, c.From(row, pieces[0].Target), accumulate);
            }
            else
            {
                MultiplyAside(Math.Min(TileRows, rows - row), depth, a[row], b, pieces, c.From(row, 0), accumulate);
            }
        }
    }

    /// <summary>A tile whose columns do not lie side by side in c, or of which only some belong to c.</summary>
    [SkipLocalsInit]
    private static void MultiplyAside<TRows>(
        nint rows, nint depth, in MatrixView<T> a, in TRows b, ReadOnlySpan<Piece> pieces, in MatrixView<T> c,
        bool accumulate)
        where TRows : struct, ITileRows<T>
    {
        var numbers = stackalloc T[TileRows * TileColumns];
        var tile = new MatrixView<T>(numbers, TileColumns, 1);
        foreach (var piece in pieces)
        {
            for (nint row = 0; accumulate && row < rows; row++)
            {
                Copy(c.At(row, piece.Target), piece.Step, tile.At(row, piece.Column), 1, piece.Count);
            }
        }

        RegisterTile<T, TVector, TWidth>.Multiply(depth, a, b, tile, accumulate);
        foreach (var piece in pieces)
        {
            for (nint row = 0; row < rows; row++)
            {
                Copy(tile.At(row, piece.Column), 1, c.At(row, piece.Target), piece.Step, piece.Count);
            }
        }
    }

    private static void Copy(T* source, nint sourceStep, T* target, nint targetStep, int count)
    {
        if (sourceStep == targetStep && count >= TWidth.Count / 2)
        {
            // The halves overlap unless the piece fills a register.
            var rest = count - (TWidth.Count / 2);
            CopyHalf(source, target);
            CopyHalf(source + rest, target + rest);
            return;
        }

        for (; count > 0; count--)
        {
            *target = *source;
            source += sourceStep;
            target += targetStep;
        }
    }

    /// <summary>Copies as many numbers as half a register holds.</summary>
    private static void CopyHalf(T* source, T* target) =>
        Unsafe.CopyBlockUnaligned(target, source, (uint)(TWidth.Count / 2 * sizeof(T)));

    /// <summary>
    /// Copies the pieces of each row side by side. Every piece is copied as half a register or a whole one; what is
    /// beyond its end is overwritten by the next piece, or the next row.
    /// </summary>
    private static void Gather(T* source, int* rows, nint depth, ReadOnlySpan<Piece> pieces, T* target)
    {
        fixed (Piece* first = pieces)
        {
            var end = first + pieces.Length;
            for (; depth > 0; depth--)
            {
                var start = source + *rows++;
                for (var piece = first; piece < end; piece++)
                {
                    T* from = start + piece->Source, to = target + piece->Column;
                    if (piece->Count <= TWidth.Count / 2)
                    {
                        CopyHalf(from, to);
                    }
                    else
                    {
                        TWidth.Store(TWidth.Load(from), to);
                    }
                }

                target += TileColumns;
            }
        }
    }
}
