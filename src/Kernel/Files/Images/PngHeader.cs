using System.Buffers.Binary;

namespace NotebookGrad.Files;

/// <summary>Size and kind of a PNG image.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="Kind">What the samples of a pixel are.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, PngKind Kind)
{
    /// <summary>How many samples a pixel has.</summary>
    public int Samples => Kind switch
    {
        PngKind.Colour => 3,
        PngKind.ColourOpacity => 4,
        PngKind.GreyOpacity => 2,
        _ => 1,
    };

    /// <summary>The bytes of a row: one for its filter, and the samples.</summary>
    public int RowBytes => (int)(1 + ((((long)Width * Samples * Depth) + 7) / 8));

    /// <summary>Reads the chunk IHDR.</summary>
    /// <exception cref="InvalidDataException">It is missing, breaks a rule, or tells what is not read.</exception>
    public static PngHeader Read(byte[] chunk, BoundedReader reader)
    {
        const int length = 13;
        if (chunk.Length != length)
        {
            throw reader.Problem($"the chunk IHDR has {chunk.Length} bytes, not {length}: the file is corrupt");
        }

        var (width, height) = Pixels.Size(
            reader, BinaryPrimitives.ReadUInt32BigEndian(chunk), BinaryPrimitives.ReadUInt32BigEndian(chunk.AsSpan(4)));
        var (depth, kind, interlaced) = (chunk[8], (PngKind)chunk[9], chunk[12]);
        var isKnown = (kind, depth) is (PngKind.Grey, 1 or 2 or 4 or 8 or 16) or (PngKind.Palette, 1 or 2 or 4 or 8)
            or (PngKind.Colour or PngKind.GreyOpacity or PngKind.ColourOpacity, 8 or 16);
        if (!isKnown || chunk[10] != 0 || chunk[11] != 0 || interlaced > 1)
        {
            throw reader.Problem(
                $"colour type {chunk[9]} with {depth} bits, compression {chunk[10]}, filter {chunk[11]}, interlace "
                + $"{interlaced}: there is no such PNG");
        }

        return interlaced == 0
            ? new(width, height, depth, kind)
            : throw reader.Problem("the image is interlaced, which is not read; save it without");
    }
}
