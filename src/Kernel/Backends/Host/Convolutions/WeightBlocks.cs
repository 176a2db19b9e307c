namespace NotebookGrad.Backends.Host;

/// <summary>
/// A product of factors with the windows at some places, which a weight's gradient is a sum of; a piece is a block of
/// its columns.
/// </summary>
/// <param name="product">Where the numbers lie.</param>
/// <param name="depth">The number of places.</param>
/// <param name="rows">The rows of factors and sums.</param>
/// <param name="factors">In slivers, place by place.</param>
/// <param name="image">The first window begins here.</param>
/// <param name="sums">Room for <see cref="Room"/> numbers.</param>
/// <param name="accumulate">Whether the sums keep what they hold and the product is added.</param>
internal readonly unsafe struct WeightBlocks<T, TVector, TWidth>(
    WindowProduct product, int depth, nint rows, T* factors, T* image, T* sums, bool accumulate) : IPieces
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    private const int BlockColumns = ScatteredBlock<T, TVector, TWidth>.Columns;

    private nint Width => ScatteredBlock<T, TVector, TWidth>.Width(rows);

    private nint Slivers => (rows + Width - 1) / Width;

    private int Count => (product.Columns.Length + BlockColumns - 1) / BlockColumns;

    /// <summary>The numbers that the sums of a product take, block by block and sliver by sliver.</summary>
    public static nint Room(WindowProduct product, nint rows)
    {
        var blocks = new WeightBlocks<T, TVector, TWidth>(product, 0, rows, null, null, null, accumulate: false);
        return blocks.Count * blocks.Slivers * ScatteredBlock<T, TVector, TWidth>.Room(blocks.Width);
    }

    /// <summary>Makes all, with the threads that there are if it is much.</summary>
    public void Multiply() => ThreadTeam.Shared.Run(
        Count, this, alone: (long)rows * depth * product.Columns.Length < MatrixProduct.WorthSharing);

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var elements = Block(product.Columns, piece);
        for (nint sliver = 0; sliver < Slivers; sliver++)
        {
            ScatteredBlock<T, TVector, TWidth>.Multiply(
                Width, factors + (sliver * Width * depth), image, product.Levels.AsSpan(0, depth), elements,
                Sums(piece, sliver), accumulate);
        }
    }

    /// <summary>Writes the sums to where they belong.</summary>
    /// <param name="weight">Features by (channel, kernel).</param>
    public void Store(MatrixView<T> weight)
    {
        for (var piece = 0; piece < Count; piece++)
        {
            for (nint sliver = 0; sliver < Slivers; sliver++)
            {
                var row = sliver * Width;
                DenseColumns<T>.Store(
                    Sums(piece, sliver), Width, Block(product.Targets, piece), weight.From(row, 0),
                    Math.Min(Width, rows - row));
            }
        }
    }

    private static ReadOnlySpan<int> Block(int[] columns, int piece)
    {
        var first = piece * BlockColumns;
        return columns.AsSpan(first, Math.Min(BlockColumns, columns.Length - first));
    }

    private T* Sums(int piece, nint sliver) =>
        sums + (((piece * Slivers) + sliver) * ScatteredBlock<T, TVector, TWidth>.Room(Width));
}
