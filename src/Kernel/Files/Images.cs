using NotebookGrad.Files;

namespace NotebookGrad;

/// <summary>
/// Images from files: PNG in every kind of colour and depth, without interlacing, and the formats of Netpbm (.pbm,
/// .pgm, .ppm, as text or bytes).
/// </summary>
public static class Images
{
    /// <summary>The endings of files that are read.</summary>
    internal static readonly string[] Endings = [".png", ".pbm", ".pgm", ".ppm", ".pnm"];

    /// <summary>
    /// Reads an image: float32 [channels, height, width], from 0 to 1. Grey has 1 channel, colour 3; what may be
    /// transparent has one more for the opacity.
    /// </summary>
    /// <param name="path">The file; its format is seen from its first bytes.</param>
    /// <param name="channels">
    /// 1 for grey, 2 with opacity, 3 for red, green and blue, 4 with opacity; as the file has it if not given.
    /// </param>
    /// <exception cref="ArgumentException">There is no image of so many channels.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is corrupt or truncated, has another format, or more than 2²⁷ pixels.
    /// </exception>
    public static Tensor Load(string path, int? channels = null)
    {
        using var stream = File.OpenRead(path);
        return Load(new BoundedReader(stream, path), channels);
    }

    /// <summary>Reads an image from where a stream stands.</summary>
    /// <param name="source">The file's bytes.</param>
    /// <param name="channels">1 for grey, 2 with opacity, 3 for red, green and blue, 4 with opacity.</param>
    /// <exception cref="ArgumentException">There is no image of so many channels.</exception>
    /// <exception cref="InvalidDataException">As of a file.</exception>
    public static Tensor Load(Stream source, int? channels = null) =>
        Load(new BoundedReader(source, "image"), channels);

    private static Tensor Load(BoundedReader reader, int? channels)
    {
        if (channels is < 1 or > 4)
        {
            throw new ArgumentException(
                $"image: {channels} channels; give 1 for grey, 3 for red, green and blue, 2 or 4 with opacity");
        }

        var start = reader.Bytes(2, "the start of an image");
        var image = start switch
        {
            _ when start.AsSpan().SequenceEqual(Png.Start) => Png.Read(reader),
            [(byte)'P', >= (byte)'1' and <= (byte)'6'] => Netpbm.Read(reader, start[1] - '0'),
            _ => throw reader.Problem(
                "this is neither a PNG nor a Netpbm file (P1 to P6); convert it to PNG with another program"),
        };
        return channels is { } wanted && wanted != image.Shape[0] ? Pixels.WithChannels(image, wanted) : image;
    }
}
