using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>A product of factors with some windows of an image; a piece is a block of its columns.</summary>
/// <param name="product">Where the numbers lie.</param>
/// <param name="columns">How many of the product's columns are made.</param>
/// <param name="rows">The rows of factors and result.</param>
/// <param name="factors">In slivers.</param>
/// <param name="image">The first window begins here.</param>
/// <param name="result">Begins at element (0, 0).</param>
internal readonly unsafe struct ResultBlocks<T, TVector, TWidth>(
    WindowProduct product, int columns, nint rows, T* factors, T* image, MatrixView<T> result) : IPieces
    where T : unmanaged
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>A register of 512 bits that starts here never straddles two cache lines.</summary>
    private const int Alignment = 64;

    private const int BlockColumns = ScatteredBlock<T, TVector, TWidth>.Columns;

    /// <summary>Makes all, with the threads that there are if it is much.</summary>
    public void Multiply() => ThreadTeam.Shared.Run(
        (columns + BlockColumns - 1) / BlockColumns,
        this,
        alone: (long)rows * columns * product.Levels.Length < MatrixProduct.WorthSharing);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Do(int piece)
    {
        var first = piece * BlockColumns;
        var count = Math.Min(BlockColumns, columns - first);
        var targets = product.Targets.AsSpan(first, count);
        var width = ScatteredBlock<T, TVector, TWidth>.Width(rows);
        var numbers = stackalloc T[(int)ScatteredBlock<T, TVector, TWidth>.Room(width) + (Alignment / sizeof(T))];
        var block = (T*)(((nuint)numbers + Alignment - 1) & ~(nuint)(Alignment - 1));
        for (nint row = 0; row < rows; row += width)
        {
            ScatteredBlock<T, TVector, TWidth>.Multiply(
                width, factors + (row * product.Levels.Length), image, product.Levels,
                product.Columns.AsSpan(first, count), block, accumulate: false);
            DenseColumns<T>.Store(block, width, targets, result.From(row, 0), Math.Min(width, rows - row));
        }
    }
}
