using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>A product of matrices in blocks that fit the caches, made of register tiles.</summary>
/// <remarks>
/// The loops are those of K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication" (2008), in
/// the arrangement of BLIS: a sliver of b stays in the first cache, a block of a in the second, a panel of b in the
/// third. Operands are copied into the order in which they are consumed unless they can be read as well in place.
/// </remarks>
internal static unsafe class BlockedProduct<T, TVector, TWidth>
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>The part of the first cache that a sliver of b may take.</summary>
    private const int SliverBytes = 24 * 1024;

    /// <summary>The part of the second cache that a block of a may take.</summary>
    private const int BlockBytes = 192 * 1024;

    /// <summary>The part of the third cache that a panel of b may take.</summary>
    private const int PanelBytes = 2 * 1024 * 1024;

    /// <summary>Below so many rows of a, a copy of b would cost more than it saves.</summary>
    private const int FewRows = 5 * TileRows;

    private const int TileRows = RegisterTile<T, TVector, TWidth>.Rows;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    /// <summary>Sets c, or adds to it: a (rows × depth) times b (depth × columns).</summary>
    /// <remarks>No length is 0, and c's columns lie side by side.</remarks>
    public static void Multiply(
        nint rows, nint columns, nint depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        var depthLimit = SliverBytes / (TileColumns * sizeof(T));
        var depthStep = Even(depth, depthLimit, 1);
        var rowStep = Even(rows, BlockBytes / ((int)depthStep * sizeof(T)), TileRows);
        var columnStep = Even(columns, PanelBytes / ((int)depthStep * sizeof(T)), TileColumns);
        var aInPlace = a.ColumnStride == 1 || columns <= TileColumns;
        var bInPlace = b.ColumnStride == 1 && rows <= FewRows;

        var bRoom = Slivers<T>.Room(columnStep, depthStep, TileColumns, bInPlace);
        var bCopies = PackingMemory.Take<T>(bRoom + Slivers<T>.Room(rowStep, depthStep, TileRows, aInPlace));
        var aCopies = bCopies + bRoom;
        for (nint column = 0; column < columns; column += columnStep)
        {
            var width = Math.Min(columnStep, columns - column);
            for (nint level = 0; level < depth; level += depthStep)
            {
                var length = Math.Min(depthStep, depth - level);
                var panel = new Slivers<T>(
                    b.From(level, column).Transposed, width, length, TileColumns, bInPlace, bCopies);
                for (nint row = 0; row < rows; row += rowStep)
                {
                    var height = Math.Min(rowStep, rows - row);
                    var block = new Slivers<T>(a.From(row, level), height, length, TileRows, aInPlace, aCopies);
                    MultiplyBlock(height, width, length, block, panel, c.From(row, column), accumulate || level > 0);
                }
            }
        }
    }

    private static void MultiplyBlock(
        nint rows, nint columns, nint depth, Slivers<T> a, Slivers<T> b, MatrixView<T> c, bool accumulate)
    {
        for (nint column = 0; column < columns; column += TileColumns)
        {
            var bSliver = b[column].Transposed;
            for (nint row = 0; row < rows; row += TileRows)
            {
                var target = c.From(row, column);
                if (row + TileRows <= rows && column + TileColumns <= columns)
                {
                    RegisterTile<T, TVector, TWidth>.Multiply(depth, a[row], bSliver, target, accumulate);
                }
                else
                {
                    var height = Math.Min(TileRows, rows - row);
                    var width = Math.Min(TileColumns, columns - column);
                    MultiplyEdge(height, width, depth, a[row], bSliver, target, accumulate);
                }
            }
        }
    }

    /// <summary>A tile of which only some rows and columns belong to c: made aside.</summary>
    [SkipLocalsInit]
    private static void MultiplyEdge(
        nint rows, nint columns, nint depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        var numbers = stackalloc T[TileRows * TileColumns];
        var tile = new MatrixView<T>(numbers, TileColumns, 1);
        if (accumulate)
        {
            Copy(rows, columns, c, tile);
        }

        RegisterTile<T, TVector, TWidth>.Multiply(depth, a, b, tile, accumulate);
        Copy(rows, columns, tile, c);
    }

    private static void Copy(nint rows, nint columns, MatrixView<T> source, MatrixView<T> target)
    {
        for (nint row = 0; row < rows; row++)
        {
            var count = (int)columns;
            new ReadOnlySpan<T>(source.At(row, 0), count).CopyTo(new Span<T>(target.At(row, 0), count));
        }
    }

    /// <summary>The step that cuts a length into equal parts of whole tiles, none much above a limit.</summary>
    private static nint Even(nint length, int limit, int tile)
    {
        var parts = (length + limit - 1) / limit;
        var part = (length + parts - 1) / parts;
        return (part + tile - 1) / tile * tile;
    }
}
