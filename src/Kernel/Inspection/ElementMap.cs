namespace NotebookGrad.Inspection;

/// <summary>
/// A tensor's elements as matrices of bounded size: a vector is a row, more than two axes are slices. Where there are
/// many elements, each block of neighbours is told by its mean; where there are many slices, the first, the last and
/// some between stand for all.
/// </summary>
/// <param name="Rows">The elements in a column of each slice.</param>
/// <param name="Columns">The elements in a row of each slice.</param>
/// <param name="BlockRows">How many rows a block joins; the last may have fewer.</param>
/// <param name="BlockColumns">How many columns a block joins; the last may have fewer.</param>
/// <param name="SliceCount">How many slices there are in all.</param>
/// <param name="Slices">Those that are told, in order.</param>
public sealed record ElementMap(
    int Rows,
    int Columns,
    int BlockRows,
    int BlockColumns,
    long SliceCount,
    IReadOnlyList<ElementSlice> Slices)
{
    /// <summary>The most elements of a matrix, or of all slices together, that are told one by one.</summary>
    public const int MostElements = 400;

    /// <summary>The most rows and columns of such a matrix.</summary>
    public const int LongestSide = 40;

    /// <summary>The most blocks of a larger matrix, or of all slices of a larger tensor together.</summary>
    public const int MostBlocks = 169;

    /// <summary>The most elements of a vector that are told one by one.</summary>
    public const int MostInARow = 128;

    /// <summary>The most blocks of a longer vector.</summary>
    public const int MostBlocksInARow = 64;

    /// <summary>The most slices.</summary>
    public const int MostSlices = 12;

    /// <summary>Whether blocks join several elements.</summary>
    public bool IsReduced => BlockRows > 1 || BlockColumns > 1;
}
