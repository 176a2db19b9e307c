namespace NotebookGrad.Backends.Host;

/// <summary>How a product is cut to fit the caches and for threads to share, and which operands are copied.</summary>
internal readonly unsafe struct BlockSizes<T>
    where T : unmanaged
{
    /// <summary>The part of the first cache that a sliver of b may take.</summary>
    private const int SliverBytes = 24 * 1024;

    /// <summary>The part of the second cache that a block of a may take.</summary>
    private const int BlockBytes = 192 * 1024;

    /// <summary>The part of the third cache that a panel of b may take.</summary>
    private const int PanelBytes = 2 * 1024 * 1024;

    /// <summary>Into so many pieces a panel's products are divided for threads, if they can be.</summary>
    private const int MostPieces = 16;

    /// <summary>In tiles: a block is at least so high, for else a sliver of b is fetched for too little work.</summary>
    private const int LowestBlock = 4;

    /// <summary>In tiles: up to such a height of a, a copy of b would cost more than it saves.</summary>
    private const int Low = 5;

    /// <summary>Finds the sizes.</summary>
    /// <param name="rows">The rows of a and c.</param>
    /// <param name="columns">The columns of b and c.</param>
    /// <param name="depth">The columns of a and rows of b.</param>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <param name="tileRows">The rows of a register tile.</param>
    /// <param name="tileColumns">The columns of a register tile.</param>
    public BlockSizes(
        nint rows, nint columns, nint depth, MatrixView<T> a, MatrixView<T> b, int tileRows, int tileColumns)
    {
        Depth = Even(depth, SliverBytes / (tileColumns * sizeof(T)), 1);
        PanelColumns = Even(columns, PanelBytes / (Depth * sizeof(T)), tileColumns);
        CopiesA = a.ColumnStride != 1 && columns > tileColumns && !FitsFirstCache(depth, a.ColumnStride);
        CopiesB = b.ColumnStride != 1 || (rows > Low * tileRows && !FitsFirstCache(depth, b.RowStride));

        IsShared = (long)rows * columns * depth >= MatrixProduct.WorthSharing;
        var pieces = IsShared ? MostPieces : 1;
        var highest = Math.Min(rows / pieces, BlockBytes / (Depth * sizeof(T)));
        BlockRows = Even(rows, Math.Max(LowestBlock * tileRows, highest), tileRows);

        // Where rows are few a panel is divided too, unless each part would copy its block of a again.
        var blocks = (rows + BlockRows - 1) / BlockRows;
        var widest = CopiesA || blocks >= pieces / 2 ? PanelColumns : PanelColumns * blocks / pieces;
        PieceColumns = Even(PanelColumns, Math.Max(tileColumns, widest), tileColumns);
    }

    /// <summary>Whether threads share the product.</summary>
    public bool IsShared { get; }

    /// <summary>The depth of blocks and panels.</summary>
    public nint Depth { get; }

    /// <summary>The rows of a block of a, whole tiles.</summary>
    public nint BlockRows { get; }

    /// <summary>The columns of a panel of b, whole tiles.</summary>
    public nint PanelColumns { get; }

    /// <summary>The columns of a panel that a piece of work takes, whole tiles.</summary>
    public nint PieceColumns { get; }

    /// <summary>Whether a is copied, rather than read where it is.</summary>
    public bool CopiesA { get; }

    /// <summary>Whether b is copied, rather than read where it is.</summary>
    public bool CopiesB { get; }

    private static bool FitsFirstCache(nint depth, nint stride) =>
        depth * nint.Abs(stride) * sizeof(T) <= SliverBytes;

    /// <summary>The step that cuts a length into equal parts of whole tiles, none much above a limit.</summary>
    private static nint Even(nint length, nint limit, int tile)
    {
        var parts = (length + limit - 1) / limit;
        var part = (length + parts - 1) / parts;
        return (part + tile - 1) / tile * tile;
    }
}
