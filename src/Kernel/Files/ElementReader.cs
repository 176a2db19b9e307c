using System.Runtime.InteropServices;

namespace NotebookGrad.Files;

/// <summary>Makes tensors of the elements in a file.</summary>
internal static class ElementReader
{
    private const int Piece = 4096;

    /// <summary>
    /// The next elements as a tensor, in row-major order, of the format's dtype or a real one.
    /// </summary>
    /// <exception cref="InvalidDataException">There are fewer, or one is beyond int64.</exception>
    public static Tensor Read(
        BoundedReader reader, ElementFormat format, Shape shape, string what, DType? dtype = null) =>
        (dtype ?? format.DType) switch
        {
            DType.Bool => Read(reader, format, shape, what, bits => bits != 0),
            DType.Int64 => Read(reader, format, shape, what, format.Whole),
            DType.Float32 => Read(reader, format, shape, what, bits => (float)format.Real(bits)),
            _ => Read(reader, format, shape, what, format.Real),
        };

    /// <summary>A shape that a file tells, if a tensor can have it.</summary>
    /// <exception cref="InvalidDataException">It cannot.</exception>
    public static Shape Shape(BoundedReader reader, IReadOnlyList<long> lengths, string what)
    {
        const int greatestRank = 64;
        if (lengths.Count > greatestRank)
        {
            throw reader.Problem($"{what} has {lengths.Count} axes; at most {greatestRank} are read");
        }

        // An axis of length 0 makes the count 0, but must not hide that the others overflow.
        Int128 count = 1;
        foreach (var length in lengths)
        {
            count *= Math.Max(1, length);
            if (length is < 0 or > int.MaxValue || count > long.MaxValue)
            {
                throw reader.Problem(
                    $"{what} has the shape [{string.Join(", ", lengths)}], which no tensor can have");
            }
        }

        return new Shape([.. lengths.Select(length => (int)length)]);
    }

    private static Tensor Read<T>(
        BoundedReader reader, ElementFormat format, Shape shape, string what, Func<ulong, T> decode)
        where T : unmanaged
    {
        var piece = new byte[Piece * format.Size];
        void Fill(T[] values, int from, int length)
        {
            var target = values.AsSpan(from, length);
            if (format.IsMemory && format.DType == DType.Of<T>())
            {
                reader.Fill(MemoryMarshal.AsBytes(target), what);
                return;
            }

            for (var done = 0; done < length; done += Piece)
            {
                var bytes = piece.AsSpan(0, Math.Min(Piece, length - done) * format.Size);
                reader.Fill(bytes, what);
                for (var i = 0; i < bytes.Length; i += format.Size)
                {
                    target[done + (i / format.Size)] = decode(format.Bits(bytes[i..]));
                }
            }
        }

        try
        {
            var bytes = (Int128)shape.Count * format.Size;
            return bytes <= long.MaxValue
                ? TensorCreation.Make<T>(
                    reader.Elements<T>(shape.Count, (long)bytes, what, Fill), shape, false, null, Device.Cpu)
                : throw reader.Problem($"{what} of shape {shape} is larger than any file");
        }
        catch (OverflowException)
        {
            throw reader.Problem($"{what} has an unsigned number beyond {long.MaxValue}, which int64 does not hold");
        }
    }
}
