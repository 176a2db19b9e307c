namespace NotebookGrad.Backends.Gpu;

/// <summary>The sizes of a product that is made in tiles, and where its elements go.</summary>
internal readonly struct TiledSizes
{
    /// <summary>The elements of a stretch of a or b in shared memory, gaps included: 16 rows of 64 + 4.</summary>
    public const int Stretch = 16 * (64 + 4);

    /// <summary>The elements in shared memory: two stretches of each operand.</summary>
    public const int SharedElements = 4 * Stretch;

    public readonly long PaceRow;
    public readonly long PaceColumn;

    /// <summary>From the elements of one part of the inner sum to those of the next.</summary>
    public readonly long PacePart;

    public readonly int Rows;
    public readonly int Columns;
    public readonly int Depth;

    /// <summary>How many parts the inner sum has, and how long each but the last is.</summary>
    public readonly int Parts;

    /// <inheritdoc cref="Parts"/>
    public readonly int Share;

    public readonly int Accumulates;
    public readonly int StoresFours;

    public TiledSizes(Layout c, int depth, int parts, int share, long pacePart, bool accumulate)
    {
        (Rows, Columns, Depth) = (c.Shape[^2], c.Shape[^1], depth);
        (PaceRow, PaceColumn, PacePart) = (c.Strides[^2], c.Strides[^1], pacePart);
        (Parts, Share) = (parts, share);
        Accumulates = accumulate ? 1 : 0;
        StoresFours = TileOperand.AreFours(c, c.Rank - 1) && pacePart % 4 == 0 ? 1 : 0;
    }
}
