using System.Buffers.Binary;

namespace NotebookGrad.Files;

/// <summary>
/// The idx format: two bytes 0, the kind of the elements, the number of axes, their lengths in 32 bits each, and the
/// elements; the most significant byte comes first.
/// </summary>
internal static class IdxFormat
{
    private static readonly Dictionary<byte, ElementFormat> Kinds = new()
    {
        [0x08] = new(ElementKind.Unsigned, 1),
        [0x09] = new(ElementKind.Signed, 1),
        [0x0B] = new(ElementKind.Signed, 2, IsBigEndian: true),
        [0x0C] = new(ElementKind.Signed, 4, IsBigEndian: true),
        [0x0D] = new(ElementKind.Real, 4, IsBigEndian: true),
        [0x0E] = new(ElementKind.Real, 8, IsBigEndian: true),
    };

    /// <summary>Reads an array that takes the rest of a file.</summary>
    /// <exception cref="InvalidDataException">It is corrupt, truncated or too large.</exception>
    public static Tensor Read(BoundedReader reader, DType? dtype, long maximumBytes)
    {
        if (dtype is { IsReal: false } wrong)
        {
            throw new ArgumentException($"idx: elements are read as they are, or as real numbers, not as {wrong.Text}");
        }

        var start = reader.Bytes(4, "the start of an idx file");
        if (start is not [0, 0, _, _] || !Kinds.TryGetValue(start[2], out var format))
        {
            throw reader.Problem(
                $"this is not an idx file: it begins with {Convert.ToHexString(start)}, not with 0000 and a kind "
                + $"from {string.Join(", ", Kinds.Keys.Select(kind => $"{kind:X2}"))}");
        }

        var lengths = reader.Bytes(4 * start[3], "the lengths of the axes").Chunk(4)
            .Select(length => (long)BinaryPrimitives.ReadUInt32BigEndian(length));
        var shape = ElementReader.Shape(reader, [.. lengths], "the array");
        var bytes = (Int128)shape.Count * (dtype ?? format.DType).Size;
        if (bytes > maximumBytes)
        {
            throw reader.Problem(
                $"the array {shape} takes {bytes} bytes, more than {maximumBytes}; if the file is to be trusted, raise "
                + "maximumBytes");
        }

        var x = ElementReader.Read(reader, format, shape, "the array", dtype);
        return reader.IsAtEnd
            ? x
            : throw reader.Problem($"there are bytes after the array {shape}: the file is corrupt");
    }

    /// <summary>Writes an array.</summary>
    /// <exception cref="ArgumentException">The format has no room for it.</exception>
    public static void Write(Stream target, Tensor x)
    {
        if (x.Shape.Rank > byte.MaxValue)
        {
            throw new ArgumentException($"idx: {x.Describe()} has {x.Shape.Rank} axes; a file has room for 255");
        }

        var format = FormatOf(x);
        target.Write([0, 0, Kinds.First(pair => pair.Value == format).Key, (byte)x.Shape.Rank]);
        Write(target, x.Shape.ToArray().Select(length => (ulong)length), size: 4);
        Write(target, Bits(x), format.Size);
    }

    private static void Write(Stream target, IEnumerable<ulong> numbers, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
            target.Write(bytes[^size..]);
        }
    }

    private static IEnumerable<ulong> Bits(Tensor x) => x.DType switch
    {
        DType.Bool => x.ToArray<bool>().Select(truth => truth ? 1UL : 0),
        DType.Int64 => x.ToArray<long>().Select(number => (ulong)number),
        DType.Float32 => x.ToArray<float>().Select(number => (ulong)BitConverter.SingleToUInt32Bits(number)),
        _ => x.ToArray<double>().Select(BitConverter.DoubleToUInt64Bits),
    };

    private static ElementFormat FormatOf(Tensor x)
    {
        if (x.DType != DType.Int64)
        {
            return x.DType.IsReal ? Kinds[x.DType == DType.Float32 ? (byte)0x0D : (byte)0x0E] : Kinds[0x08];
        }

        var values = x.ToArray<long>();
        var (least, greatest) = values.Length > 0 ? (values.Min(), values.Max()) : (0, 0);
        return (least, greatest) switch
        {
            ( >= 0, <= byte.MaxValue) => Kinds[0x08],
            ( >= sbyte.MinValue, <= sbyte.MaxValue) => Kinds[0x09],
            ( >= short.MinValue, <= short.MaxValue) => Kinds[0x0B],
            ( >= int.MinValue, <= int.MaxValue) => Kinds[0x0C],
            _ => throw new ArgumentException(
                $"idx: {x.Describe()} has whole numbers from {least} to {greatest}; a file has room for 32 bits. "
                + "Convert them with .To(DType.Float64), or save them as .npy"),
        };
    }
}
