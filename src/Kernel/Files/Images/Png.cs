using System.IO.Compression;

namespace NotebookGrad.Files;

/// <summary>Reads PNG (ISO 15948): all kinds of colour and depths, without interlacing.</summary>
internal static class Png
{
    /// <summary>The first two of the eight bytes that every file begins with.</summary>
    public static readonly byte[] Start = [0x89, (byte)'P'];

    private static readonly byte[] Rest = [(byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the image after the start: [channels, height, width], from 0 to 1.</summary>
    /// <exception cref="InvalidDataException">It is corrupt, truncated, interlaced or too large.</exception>
    public static Tensor Read(BoundedReader reader)
    {
        if (!reader.Bytes(Rest.Length, "the start of a PNG file").AsSpan().SequenceEqual(Rest))
        {
            throw reader.Problem("this is not a PNG file: it does not begin as one");
        }

        var chunks = PngChunks.Read(reader);
        var header = PngHeader.Read(chunks.Header, reader);
        var colours = new PngColours(header, chunks.Palette, chunks.Transparency, reader);
        var rows = Unpacked(chunks.Data, header, reader);
        PngFilter.Undo(rows, header, reader);
        return Pixels.Make(colours.Decode(rows), header.Height, header.Width, colours.Channels);
    }

    private static byte[] Unpacked(byte[] data, PngHeader header, BoundedReader reader)
    {
        try
        {
            using var rows = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            return new BoundedReader(rows, reader.Name).Bytes((long)header.Height * header.RowBytes, "the pixels");
        }
        catch (InvalidDataException problem) when (!problem.Message.StartsWith(reader.Name))
        {
            throw reader.Problem($"the pixels are not compressed as they should be: {problem.Message}");
        }
    }
}
