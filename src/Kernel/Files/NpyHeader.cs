using System.Text;

namespace NotebookGrad.Files;

/// <summary>What stands before the elements of a .npy file.</summary>
/// <param name="Format">How an element lies.</param>
/// <param name="IsFortranOrder">Whether the first axis, not the last, is the innermost.</param>
/// <param name="Shape">The lengths of the axes.</param>
internal sealed record NpyHeader(ElementFormat Format, bool IsFortranOrder, Shape Shape)
{
    private const int Alignment = 64;
    private const int GreatestLength = 1 << 20;

    // NumPy leaves room for the first length to grow to this many digits.
    private const int GrowthDigits = 21;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header, of format 1.0, 2.0 or 3.0.</summary>
    /// <exception cref="InvalidDataException">It is none, or of elements that no dtype holds.</exception>
    public static NpyHeader Read(BoundedReader reader)
    {
        var start = reader.Bytes(8, "the start of a .npy file");
        if (!start.AsSpan(0, 6).SequenceEqual(Magic))
        {
            throw reader.Problem("this is not a .npy file: it does not begin with \\x93NUMPY");
        }

        var (major, minor) = (start[6], start[7]);
        if (major is < 1 or > 3 || minor != 0)
        {
            throw reader.Problem($".npy format {major}.{minor} is unknown; 1.0, 2.0 and 3.0 are read");
        }

        var size = new ElementFormat(ElementKind.Unsigned, major == 1 ? 2 : 4);
        var length = (long)size.Bits(reader.Bytes(size.Size, "the length of the header"));
        if (length > GreatestLength)
        {
            throw reader.Problem($"a header of {length} bytes is not credible; at most {GreatestLength} are read");
        }

        var bytes = reader.Bytes(length, "the header");
        try
        {
            var encoding = major == 3 ? new UTF8Encoding(false, throwOnInvalidBytes: true) : Encoding.Latin1;
            return new NpyLiteral(encoding.GetString(bytes), reader).Read();
        }
        catch (DecoderFallbackException)
        {
            throw reader.Problem("the header is not valid UTF-8");
        }
    }

    /// <summary>The header of a tensor, byte by byte as NumPy writes it.</summary>
    public static byte[] Write(Tensor x)
    {
        var descr = x.DType switch
        {
            DType.Bool => "|b1",
            DType.Int64 => "<i8",
            DType.Float32 => "<f4",
            _ => "<f8",
        };
        var lengths = string.Join(", ", x.Shape.ToArray()) + (x.Shape.Rank == 1 ? "," : string.Empty);
        var text = $"{{'descr': '{descr}', 'fortran_order': False, 'shape': ({lengths}), }}";
        if (x.Shape.Rank > 0)
        {
            text += new string(' ', GrowthDigits - x.Shape[0].ToString().Length);
        }

        var length = 10 + text.Length + 1;
        text += new string(' ', Alignment - (length % Alignment)) + "\n";
        return [.. Magic, 1, 0, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.Latin1.GetBytes(text)];
    }
}
