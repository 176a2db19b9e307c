using System.Buffers.Binary;
using System.IO.Compression;

namespace NotebookGrad.Scenes;

/// <summary>Writes pixels as a PNG (ISO 15948): 8 bits of red, green, blue and opacity.</summary>
internal static class PngWriter
{
    private const int PixelBytes = 4;
    private const uint Polynomial = 0xEDB88320;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The file.</summary>
    /// <param name="pixels">Red, green, blue and opacity of each pixel, row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[] Write(ReadOnlySpan<byte> pixels, int width)
    {
        var height = pixels.Length / (width * PixelBytes);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 6);
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compressed(pixels, width * PixelBytes));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compressed(ReadOnlySpan<byte> pixels, int stride)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize))
        {
            for (var row = 0; row < pixels.Length; row += stride)
            {
                // Each row says by what it is filtered: by nothing.
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row, stride));
            }
        }

        return data.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(type, data));
        file.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) =>
        ~Append(Append(uint.MaxValue, type), data);

    private static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                checksum = (checksum >> 1) ^ ((checksum & 1) * Polynomial);
            }
        }

        return checksum;
    }
}
