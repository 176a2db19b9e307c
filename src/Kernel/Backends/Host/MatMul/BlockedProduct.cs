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
    private const int TileRows = RegisterTile<T, TVector, TWidth>.Rows;

    private static int TileColumns => RegisterTile<T, TVector, TWidth>.Columns;

    /// <summary>Sets c, or adds to it: a (rows × depth) times b (depth × columns).</summary>
    /// <remarks>No length is 0, and c's columns lie side by side.</remarks>
    public static void Multiply(
        nint rows, nint columns, nint depth, MatrixView<T> a, MatrixView<T> b, MatrixView<T> c, bool accumulate)
    {
        if (SmallProduct<T, TVector, TWidth>.TryMultiply(rows, columns, depth, a, b, c, accumulate))
        {
            return;
        }

        var sizes = new BlockSizes<T>(rows, columns, depth, a, b, TileRows, TileColumns);
        var copies = PackingMemory.Panels.Take<T>(
            Slivers<T>.Room(sizes.PanelColumns, sizes.Depth, TileColumns, !sizes.CopiesB));
        for (nint column = 0; column < columns; column += sizes.PanelColumns)
        {
            var width = Math.Min(sizes.PanelColumns, columns - column);
            for (nint level = 0; level < depth; level += sizes.Depth)
            {
                var length = Math.Min(sizes.Depth, depth - level);
                var panel = Slivers<T>.Cut(
                    b.From(level, column).Transposed, width, length, TileColumns, !sizes.CopiesB, copies);
                var copying = new PanelCopies<T>(panel, width, sizes.CopiesB ? TileColumns : width);
                ThreadTeam.Shared.Run(copying.Count, copying, alone: !sizes.IsShared);
                var products = new PanelProducts<T, TVector, TWidth>(
                    sizes, rows, width, length, a.From(0, level), panel, c.From(0, column), accumulate || level > 0);
                ThreadTeam.Shared.Run(products.Count, products, alone: !sizes.IsShared);
            }
        }
    }
}
