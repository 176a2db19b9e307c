using System.Buffers.Binary;

namespace NotebookGrad.Files;

/// <summary>How one element lies in a file, and which dtype holds it.</summary>
/// <param name="Kind">What its bytes mean.</param>
/// <param name="Size">How many bytes there are.</param>
/// <param name="IsBigEndian">Whether the most significant byte comes first.</param>
internal readonly record struct ElementFormat(ElementKind Kind, int Size, bool IsBigEndian = false)
{
    /// <summary>The smallest dtype that holds every element: nothing is rounded on the way in.</summary>
    public DType DType => Kind switch
    {
        ElementKind.Truth => DType.Bool,
        ElementKind.Signed or ElementKind.Unsigned => DType.Int64,
        _ => Size == 8 ? DType.Float64 : DType.Float32,
    };

    /// <summary>Whether the bytes are those of the dtype in memory.</summary>
    public bool IsMemory => IsBigEndian != BitConverter.IsLittleEndian && (Kind, Size) is
        (ElementKind.Signed, 8) or (ElementKind.Real, 4) or (ElementKind.Real, 8);

    /// <summary>The format in which a dtype is written.</summary>
    public static ElementFormat Of(DType dtype) => dtype switch
    {
        DType.Bool => new(ElementKind.Truth, 1),
        DType.Int64 => new(ElementKind.Signed, 8),
        DType.Float32 => new(ElementKind.Real, 4),
        _ => new(ElementKind.Real, 8),
    };

    /// <summary>The bits of an element, in the low end.</summary>
    public ulong Bits(ReadOnlySpan<byte> bytes) => (Size, IsBigEndian) switch
    {
        (1, _) => bytes[0],
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (4, false) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (4, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
    };

    /// <summary>The whole number that bits stand for.</summary>
    /// <exception cref="OverflowException">It is beyond int64.</exception>
    public long Whole(ulong bits)
    {
        var unused = 64 - (8 * Size);
        return Kind == ElementKind.Signed ? (long)(bits << unused) >> unused : checked((long)bits);
    }

    /// <summary>The real number that bits stand for.</summary>
    public double Real(ulong bits) => (Kind, Size) switch
    {
        (ElementKind.Signed or ElementKind.Unsigned, _) => Whole(bits),
        (ElementKind.Brain, _) => BitConverter.UInt32BitsToSingle((uint)bits << 16),
        (_, 2) => (double)BitConverter.UInt16BitsToHalf((ushort)bits),
        (_, 4) => BitConverter.UInt32BitsToSingle((uint)bits),
        _ => BitConverter.UInt64BitsToDouble(bits),
    };
}
