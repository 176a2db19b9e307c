using System.Buffers.Binary;
using System.Text;

namespace NotebookGrad.Files;

/// <summary>The parts of a PNG file that tell its pixels, each held against its checksum.</summary>
/// <param name="Header">Size and kind of the image.</param>
/// <param name="Palette">Red, green and blue of each colour of a palette; empty without one.</param>
/// <param name="Transparency">The opacities of a palette, or the colour that is transparent; empty without.</param>
/// <param name="Data">The pixels, compressed.</param>
internal sealed record PngChunks(byte[] Header, byte[] Palette, byte[] Transparency, byte[] Data)
{
    // Bit 5 of the first letter, which makes it a small one, says that a reader may pass over the chunk.
    private const byte Optional = 0x20;

    /// <summary>Reads all chunks.</summary>
    /// <exception cref="InvalidDataException">
    /// One is damaged, or needed to understand the image and not known.
    /// </exception>
    public static PngChunks Read(BoundedReader reader)
    {
        byte[] header = [];
        byte[] palette = [];
        byte[] transparency = [];
        using var data = new MemoryStream();
        while (true)
        {
            var (type, content) = Next(reader);
            switch (type)
            {
                case "IHDR": header = content; break;
                case "PLTE": palette = content; break;
                case "tRNS": transparency = content; break;
                case "IDAT": data.Write(content); break;
                case "IEND": return new(header, palette, transparency, data.ToArray());
                case var _ when (type[0] & Optional) == 0:
                    throw reader.Problem($"the chunk {type} is needed to understand the image, and is not known");
            }
        }
    }

    private static (string Type, byte[] Content) Next(BoundedReader reader)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(reader.Bytes(4, "the length of a chunk"));
        var type = reader.Bytes(4, "the type of a chunk");
        if (type.Any(letter => !char.IsAsciiLetter((char)letter)))
        {
            throw reader.Problem($"a chunk has the type {Convert.ToHexString(type)}, which is no four letters");
        }

        var name = Encoding.ASCII.GetString(type);
        var content = reader.Bytes(length, $"the chunk {name}");
        var checksum = BinaryPrimitives.ReadUInt32BigEndian(reader.Bytes(4, $"the checksum of the chunk {name}"));
        return Crc32.Append(Crc32.Append(0, type), content) == checksum
            ? (name, content)
            : throw reader.Problem($"the chunk {name} is damaged: its checksum is not what it should be");
    }
}
