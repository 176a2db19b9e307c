using System.Buffers.Binary;

namespace NotebookGrad.Files;

/// <summary>Makes colours from 0 to 1 of the samples in a PNG.</summary>
internal sealed class PngColours
{
    private const float GreatestByte = byte.MaxValue;

    private readonly PngHeader header;
    private readonly BoundedReader reader;
    private readonly float[] palette;

    // The samples of the colour that is transparent, or empty.
    private readonly int[] hidden;

    /// <summary>Reads the palette and what is transparent.</summary>
    /// <exception cref="InvalidDataException">They do not fit the image.</exception>
    public PngColours(PngHeader header, byte[] colours, byte[] transparency, BoundedReader reader)
    {
        (this.header, this.reader) = (header, reader);
        var isPalette = header.Kind == PngKind.Palette;
        if (isPalette && (colours.Length == 0 || colours.Length % 3 != 0 || transparency.Length > colours.Length / 3))
        {
            throw reader.Problem(
                $"a palette of {colours.Length} bytes with {transparency.Length} opacities: the file is corrupt");
        }

        if (!isPalette && transparency.Length != 0
            && (header.Kind is not (PngKind.Grey or PngKind.Colour) || transparency.Length != 2 * header.Samples))
        {
            throw reader.Problem(
                $"a transparent colour of {transparency.Length} bytes does not fit colour type {(int)header.Kind}");
        }

        hidden = isPalette
            ? []
            : [.. transparency.Chunk(2).Select(sample => (int)BinaryPrimitives.ReadUInt16BigEndian(sample))];
        Channels = (isPalette ? 3 : header.Samples) + (transparency.Length > 0 ? 1 : 0);
        palette = isPalette ? Palette(colours, transparency) : [];
    }

    /// <summary>How many numbers a pixel becomes; what is transparent adds an opacity.</summary>
    public int Channels { get; }

    /// <summary>The pixels, row by row, the channels of each together.</summary>
    /// <exception cref="InvalidDataException">A pixel has a colour that the palette lacks.</exception>
    public float[] Decode(byte[] rows)
    {
        var pixels = new float[(long)header.Height * header.Width * Channels];
        Span<int> samples = stackalloc int[header.Samples];
        for (var (pixel, target) = (0, 0); target < pixels.Length; pixel++, target += Channels)
        {
            var (y, x) = Math.DivRem(pixel, header.Width);
            var row = rows.AsSpan((y * header.RowBytes) + 1, header.RowBytes - 1);
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] = Sample(row, (x * samples.Length) + i);
            }

            Decode(samples, pixels.AsSpan(target, Channels));
        }

        return pixels;
    }

    private void Decode(ReadOnlySpan<int> samples, Span<float> pixel)
    {
        if (palette.Length > 0)
        {
            var start = samples[0] * Channels;
            if (start >= palette.Length)
            {
                throw reader.Problem($"a pixel has colour {samples[0]} of a palette of {palette.Length / Channels}");
            }

            palette.AsSpan(start, Channels).CopyTo(pixel);
            return;
        }

        var greatest = (float)((1 << header.Depth) - 1);
        for (var i = 0; i < samples.Length; i++)
        {
            pixel[i] = samples[i] / greatest;
        }

        if (hidden.Length > 0)
        {
            pixel[^1] = samples.SequenceEqual(hidden) ? 0 : 1;
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int number)
    {
        switch (header.Depth)
        {
            case 8: return row[number];
            case 16: return BinaryPrimitives.ReadUInt16BigEndian(row[(2 * number)..]);
            default:
                var bit = number * header.Depth;
                return (row[bit / 8] >> (8 - header.Depth - (bit % 8))) & ((1 << header.Depth) - 1);
        }
    }

    private float[] Palette(byte[] colours, byte[] transparency)
    {
        var entries = new List<float>();
        for (var i = 0; i < colours.Length / 3; i++)
        {
            entries.AddRange(colours.AsSpan(3 * i, 3).ToArray().Select(part => part / GreatestByte));
            if (transparency.Length > 0)
            {
                entries.Add(i < transparency.Length ? transparency[i] / GreatestByte : 1);
            }
        }

        return [.. entries];
    }
}
