using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>The products of a's blocks with a panel of b; a piece is one block's with part of the panel.</summary>
/// <param name="sizes">Those of blocks and pieces.</param>
/// <param name="rows">The rows of a and c.</param>
/// <param name="columns">The columns of the panel and c.</param>
/// <param name="depth">The columns of a and rows of the panel.</param>
/// <param name="a">The left operand.</param>
/// <param name="panel">The right operand.</param>
/// <param name="c">The result.</param>
/// <param name="accumulate">Whether c keeps what it holds and the product is added.</param>
internal readonly unsafe struct PanelProducts<T, TVector, TWidth>(
    BlockSizes<T> sizes,
    nint rows,
    nint columns,
    nint depth,
    MatrixView<T> a,
    Slivers<T> panel,
    MatrixView<T> c,
    bool accumulate) : IPieces
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    private const int TileRows = RegisterTile<T, TVector, TWidth>.Rows;

    /// <summary>How many pieces there are.</summary>
    public int Count => (int)((rows + sizes.BlockRows - 1) / sizes.BlockRows) * ColumnParts;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    private int ColumnParts => (int)((columns + sizes.PieceColumns - 1) / sizes.PieceColumns);

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var (rowPart, columnPart) = Math.DivRem(piece, ColumnParts);
        var first = rowPart * sizes.BlockRows;
        var height = Math.Min(sizes.BlockRows, rows - first);
        var end = Math.Min((columnPart + 1) * sizes.PieceColumns, columns);
        var copies = PackingMemory.Blocks.Take<T>(Slivers<T>.Room(height, depth, TileRows, !sizes.CopiesA));
        var block = new Slivers<T>(a.From(first, 0), height, depth, TileRows, !sizes.CopiesA, copies);
        for (var column = columnPart * sizes.PieceColumns; column < end; column += TileColumns)
        {
            var sliver = panel[column].Transposed;
            for (nint row = 0; row < height; row += TileRows)
            {
                var target = c.From(first + row, column);
                if (row + TileRows <= height && column + TileColumns <= columns)
                {
                    RegisterTile<T, TVector, TWidth>.Multiply(depth, block[row], sliver, target, accumulate);
                }
                else
                {
                    MultiplyEdge(
                        Math.Min(TileRows, height - row), Math.Min(TileColumns, columns - column), block[row], sliver,
                        target);
                }
            }
        }
    }

    /// <summary>A tile of which only some rows and columns belong to c: made aside.</summary>
    [SkipLocalsInit]
    private void MultiplyEdge(nint rows, nint columns, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c)
    {
        var numbers = stackalloc T[TileRows * TileColumns];
        var tile = new MatrixView<T>(numbers, TileColumns, 1);
        if (accumulate)
        {
            Copy(rows, columns, c, tile);
        }

        if (columns > TWidth.Count)
        {
            RegisterTile<T, TVector, TWidth>.Multiply(depth, a, b, tile, accumulate);
        }
        else
        {
            var narrow = new NarrowRows<T>(b.Start, b.RowStride);
            RegisterTile<T, TVector, TWidth>.Multiply(depth, a, narrow, tile, accumulate);
        }

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
}
