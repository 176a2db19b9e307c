namespace NotebookGrad.Backends.Host;

/// <summary>A product of matrices in blocks that fit the caches, made of register tiles.</summary>
/// <remarks>
/// The loops are those of K. Goto and R. van de Geijn, "Anatomy of high-performance matrix multiplication" (2008), in
/// the arrangement of BLIS: a sliver of b stays in the first cache, a block of a in the second, a panel of b in the
/// third, where threads share it. Operands are copied into the order in which they are consumed unless they can be
/// read as well in place. An element of c is summed in the order of the depth, in parts that depend on the depth
/// alone; so neither the blocks nor who does them can change a bit of it.
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

    /// <summary>Into so many pieces a panel's products are divided if they can be, for threads to share.</summary>
    private const int Pieces = 16;

    /// <summary>A block has at least so many rows, for else a sliver of b is fetched for too little work.</summary>
    private const int FewestRows = 4 * TileRows;

    /// <summary>Below so many rows of a, a copy of b would cost more than it saves.</summary>
    private const int FewRows = 5 * TileRows;

    private const int TileRows = RegisterTile<T, TVector, TWidth>.Rows;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    /// <summary>Sets c, or adds to it: a (rows × depth) times b (depth × columns).</summary>
    /// <remarks>No length is 0, and c's columns lie side by side.</remarks>
    public static void Multiply(
        nint rows, nint columns, nint depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        var depthStep = Even(depth, SliverBytes / (TileColumns * sizeof(T)), 1);
        var columnStep = Even(columns, PanelBytes / ((int)depthStep * sizeof(T)), TileColumns);
        var mostRows = Math.Min(rows / Pieces, BlockBytes / ((int)depthStep * sizeof(T)));
        var rowStep = Even(rows, Math.Max(FewestRows, mostRows), TileRows);
        var aInPlace = a.ColumnStride == 1 || columns <= TileColumns;
        var rowParts = (rows + rowStep - 1) / rowStep;
        var mostColumns = aInPlace && rowParts < Pieces / 2 ? columnStep * rowParts / Pieces : columnStep;
        var pieceColumns = Even(columnStep, Math.Max(TileColumns, mostColumns), TileColumns);
        var bInPlace = b.ColumnStride == 1 && rows <= FewRows;
        var bCopies = PackingMemory.Panels.Take<T>(Slivers<T>.Room(columnStep, depthStep, TileColumns, bInPlace));
        var alone = (long)rows * columns * depth < MatrixProduct.WorthSharing;
        for (nint column = 0; column < columns; column += columnStep)
        {
            var width = Math.Min(columnStep, columns - column);
            for (nint level = 0; level < depth; level += depthStep)
            {
                var length = Math.Min(depthStep, depth - level);
                var panel = Slivers<T>.Cut(
                    b.From(level, column).Transposed, width, length, TileColumns, bInPlace, bCopies);
                var copies = new PanelCopies<T>(panel, width, bInPlace ? width : 4 * TileColumns);
                ThreadTeam.Shared.Run(copies.Count, copies, alone);
                var products = new PanelProducts<T, TVector, TWidth>(
                    rows, width, length, rowStep, pieceColumns, a.From(0, level), aInPlace, panel, c.From(0, column),
                    accumulate || level > 0);
                ThreadTeam.Shared.Run(products.Count, products, alone);
            }
        }
    }

    /// <summary>The step that cuts a length into equal parts of whole tiles, none much above a limit.</summary>
    private static nint Even(nint length, nint limit, int tile)
    {
        var parts = (length + limit - 1) / limit;
        var part = (length + parts - 1) / parts;
        return (part + tile - 1) / tile * tile;
    }
}
