namespace NotebookGrad.Backends.Host;

/// <summary>
/// The columns of a scattered matrix cut into pieces, and these divided among tiles of two registers: close together,
/// so that a tile's columns must be gathered; or each in a register of its own, to be read in place.
/// </summary>
internal sealed class TilePlan
{
    // About the cycles of one row's step: of a register in a tile, and of a piece that is gathered.
    private const int RegisterCost = 3;
    private const int PieceCost = 2;

    /// <summary>Makes the plan that costs less.</summary>
    /// <param name="sources">Elements from a row's start to each column.</param>
    /// <param name="targets">The same in the product; ascending.</param>
    /// <param name="rowTiles">The tiles that the rows of the product take.</param>
    /// <param name="register">The numbers in a register.</param>
    public TilePlan(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, int rowTiles, int register)
    {
        var close = Cut(sources, targets, register, isClose: true);
        var apart = Cut(sources, targets, register, isClose: false);
        var registers = (sources.Length + register - 1) / register;
        InPlace = (apart.Count - registers) * rowTiles * RegisterCost <= close.Count * PieceCost;
        Pieces = [.. InPlace ? apart : close];
        var tiles = new List<Range>();
        var first = 0;
        for (var piece = 1; piece <= Pieces.Length; piece++)
        {
            if (piece == Pieces.Length || Pieces[piece].Column == 0)
            {
                tiles.Add(first..piece);
                first = piece;
            }
        }

        Tiles = [.. tiles];
    }

    /// <summary>Whether every piece has a register of its own.</summary>
    public bool InPlace { get; }

    /// <summary>All pieces, tile by tile.</summary>
    public Piece[] Pieces { get; }

    /// <summary>Which pieces are in each tile.</summary>
    public Range[] Tiles { get; }

    private static List<Piece> Cut(ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, int register, bool isClose)
    {
        var pieces = new List<Piece>();
        for (int first = 0, next = 1, column = 0; first < sources.Length; first = next++)
        {
            var room = isClose ? Math.Min(register, (2 * register) - column) : register;
            var step = next < sources.Length ? targets[next] - targets[first] : 1;
            while (next < sources.Length && next - first < room
                && sources[next] == sources[next - 1] + 1 && targets[next] == targets[next - 1] + step)
            {
                next++;
            }

            pieces.Add(new(sources[first], targets[first], next - first > 1 ? step : 1, column, next - first));
            column = (column + (isClose ? next - first : register)) % (2 * register);
        }

        return pieces;
    }
}
