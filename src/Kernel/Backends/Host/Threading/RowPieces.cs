namespace NotebookGrad.Backends.Host;

/// <summary>
/// Rows in pieces for several threads: some whole rows, or part of a long one. How they are cut depends on the rows
/// only.
/// </summary>
/// <param name="rows">The rows, at their beginning.</param>
/// <param name="pieceLength">How many positions of a row a piece is, if it is only part of a row.</param>
/// <param name="work">Does the positions of some rows from a first to before an end.</param>
internal readonly struct RowPieces(Rows rows, int pieceLength, Action<Rows, int, int> work) : IPieces
{
    /// <summary>
    /// How many elements are worth a piece; a whole number of all parts that rows are done in. TensorPrimitives writes
    /// rows of over 256 KB past the cache, and this is more in every dtype that it serves.
    /// </summary>
    public const int Elements = 128 * 1024;

    // To share fewer takes longer than it saves.
    private const int Fewest = 4;

    private readonly int parts = ((rows.Length - 1) / pieceLength) + 1;
    private readonly int together = Math.Max(1, pieceLength / rows.Length);

    /// <summary>Does all that is to be done in rows, by the threads that there are if it is much.</summary>
    /// <param name="rows">The rows, at their beginning; not empty.</param>
    /// <param name="work">Does the positions of some rows from a first to before an end.</param>
    /// <param name="weight">How many elements a position stands for.</param>
    public static void Run(Rows rows, Action<Rows, int, int> work, int weight = 1)
    {
        var pieces = new RowPieces(rows, Math.Max(1, Elements / weight), work);
        var count = (rows.Count + pieces.together - 1) / pieces.together * pieces.parts;
        ThreadTeam.Shared.Run(checked((int)count), pieces, alone: count < Fewest);
    }

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var start = piece % parts * pieceLength;
        work(rows.From((long)(piece / parts) * together, together), start, Math.Min(rows.Length, start + pieceLength));
    }
}
