using NotebookGrad.Sampling;

namespace NotebookGrad.Backends.Host;

/// <summary>Random numbers in a block, two by two, in pieces.</summary>
internal readonly struct Drawn<TPair, T>(Drawing drawing, Storage target) : IPieces
    where TPair : struct, IVariatePair<T>
    where T : unmanaged
{
    /// <summary>Elements in a piece; even.</summary>
    private const int PieceLength = 1 << 13;

    /// <summary>Draws all elements.</summary>
    public static void Do(Drawing drawing, Storage target) => ThreadTeam.Shared.Run(
        (int)((target.Length + PieceLength - 1) / PieceLength), new Drawn<TPair, T>(drawing, target));

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var start = piece * PieceLength;
        var values = HostBackend.Elements<T>(target)[start..];
        values = values[..Math.Min(PieceLength, values.Length)];
        for (var i = 0; i < values.Length; i += 2)
        {
            var (word0, word1, word2, word3) = Philox.Block(drawing.Key, (ulong)(start + i) / 2, drawing.Stream);
            var (first, second) = TPair.Of(
                drawing, ((ulong)word0 << 32) | word1, ((ulong)word2 << 32) | word3);
            values[i] = first;
            if (i + 1 < values.Length)
            {
                values[i + 1] = second;
            }
        }
    }
}
