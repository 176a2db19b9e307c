using System.IO.Compression;
using NotebookGrad.Files;

namespace NotebookGrad;

/// <summary>
/// The idx files in which MNIST and its kin come: one array each, plain or compressed with gzip.
/// </summary>
public static class Idx
{
    private const int GzipMark = 0x1F;

    /// <summary>
    /// Reads an array. Bytes and whole numbers become int64, or what <paramref name="dtype"/> says; float32 and float64
    /// stay.
    /// </summary>
    /// <param name="path">The file; whether it is compressed is seen from its first byte.</param>
    /// <param name="dtype">Another dtype, a real one: images of bytes take half the room as float32.</param>
    /// <param name="maximumBytes">
    /// How much the tensor may take, 4 GiB unless told otherwise: a small compressed file can hold very much.
    /// </param>
    /// <exception cref="InvalidDataException">
    /// The file is corrupt or truncated, or holds more than <paramref name="maximumBytes"/>.
    /// </exception>
    public static Tensor Load(string path, DType? dtype = null, long maximumBytes = 1L << 32)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path, dtype, maximumBytes);
    }

    /// <summary>Reads an array of a stream that can seek.</summary>
    /// <param name="source">The file's bytes.</param>
    /// <param name="dtype">Another dtype than the file's, a real one.</param>
    /// <param name="maximumBytes">How much the tensor may take.</param>
    /// <exception cref="InvalidDataException">As of a file.</exception>
    public static Tensor Load(Stream source, DType? dtype = null, long maximumBytes = 1L << 32) =>
        Load(source, "idx", dtype, maximumBytes);

    /// <summary>
    /// Writes an array, in place of an older file only when it is complete. bool is written as bytes, int64 as the
    /// narrowest whole numbers that hold it: bytes from 0 to 255, then −128 to 127, 16 and 32 bits.
    /// </summary>
    /// <param name="path">The file; compressed if its name ends in <c>.gz</c>.</param>
    /// <param name="x">The array.</param>
    /// <exception cref="ArgumentException">
    /// There are more than 255 axes, or a whole number that 32 bits do not hold.
    /// </exception>
    public static void Save(string path, Tensor x) => AtomicFile.Write(path, stream =>
    {
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            using var compressed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
            IdxFormat.Write(compressed, x);
        }
        else
        {
            IdxFormat.Write(stream, x);
        }
    });

    /// <summary>Writes an array to a stream.</summary>
    /// <exception cref="ArgumentException">As of a file.</exception>
    public static void Save(Stream target, Tensor x) => IdxFormat.Write(target, x);

    private static Tensor Load(Stream source, string name, DType? dtype, long maximumBytes)
    {
        var start = source.Position;
        var isCompressed = source.ReadByte() == GzipMark;
        source.Position = start;
        try
        {
            using var plain = isCompressed
                ? new GZipStream(source, CompressionMode.Decompress, leaveOpen: true)
                : null;
            return IdxFormat.Read(new BoundedReader(plain ?? source, name), dtype, maximumBytes);
        }
        catch (InvalidDataException problem) when (!problem.Message.StartsWith(name))
        {
            throw new InvalidDataException($"{name}: this is no sound gzip file: {problem.Message}", problem);
        }
    }
}
