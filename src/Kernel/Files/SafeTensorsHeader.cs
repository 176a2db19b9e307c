using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotebookGrad.Files;

/// <summary>What stands before the elements of a safetensors file: JSON, and its length in 8 bytes.</summary>
/// <param name="Entries">The tensors, in the order in which they are listed.</param>
/// <param name="Metadata">Text about them.</param>
internal sealed record SafeTensorsHeader(
    IReadOnlyList<SafeTensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The name under which the text stands.</summary>
    public const string MetadataName = "__metadata__";

    private const int Alignment = 8;

    // The format's own limit.
    private const int GreatestLength = 100_000_000;

    /// <summary>Reads the header and holds it against the rules of the format.</summary>
    /// <exception cref="InvalidDataException">It breaks one.</exception>
    public static SafeTensorsHeader Read(BoundedReader reader)
    {
        var length = BinaryPrimitives.ReadUInt64LittleEndian(reader.Bytes(8, "the length of the header"));
        if (length > GreatestLength)
        {
            throw reader.Problem(
                $"a header of {length} bytes is not credible: this is not a safetensors file, or it is corrupt");
        }

        var header = new SafeTensorsParser(reader).Parse(reader.Bytes((long)length, "the header"));
        var end = 0L;
        foreach (var entry in header.Entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            var bytes = (Int128)entry.Shape.Count * entry.Format.Size;
            if (entry.Begin != end || entry.End - (Int128)entry.Begin != bytes)
            {
                throw reader.Problem(
                    $"tensor '{entry.Name}' {entry.Shape} claims the bytes {entry.Begin} to {entry.End}; it needs "
                    + $"{bytes} from {end}, for tensors neither overlap nor leave a hole");
            }

            end = entry.End;
        }

        return reader.Left is { } left && left != end
            ? throw reader.Problem($"the tensors take {end} bytes, and {left} follow: the file is truncated or corrupt")
            : header;
    }

    /// <summary>The header of tensors that follow in this order.</summary>
    /// <exception cref="ArgumentException">A name is there twice, or is reserved.</exception>
    public static byte[] Write(
        IReadOnlyList<KeyValuePair<string, Tensor>> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        using var bytes = new MemoryStream();
        bytes.Write(stackalloc byte[8]);
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(bytes, options))
        {
            writer.WriteStartObject();
            Write(writer, [.. metadata]);
            Write(writer, tensors);
            writer.WriteEndObject();
        }

        while (bytes.Length % Alignment != 0)
        {
            bytes.WriteByte((byte)' ');
        }

        var header = bytes.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - 8);
        return header;
    }

    private static void Write(Utf8JsonWriter writer, KeyValuePair<string, string>[] metadata)
    {
        if (metadata.Length > 0)
        {
            writer.WriteStartObject(MetadataName);
            foreach (var (key, text) in metadata)
            {
                writer.WriteString(key, text);
            }

            writer.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, Tensor>> tensors)
    {
        var names = new HashSet<string> { MetadataName };
        var begin = 0L;
        foreach (var (name, x) in tensors)
        {
            if (!names.Add(name))
            {
                throw new ArgumentException(
                    $"safetensors: the name '{name}' is there twice or reserved; call the tensor otherwise");
            }

            writer.WriteStartObject(name);
            writer.WriteString("dtype", SafeTensorsParser.Name(ElementFormat.Of(x.DType)));
            writer.WriteStartArray("shape");
            foreach (var length in x.Shape)
            {
                writer.WriteNumberValue(length);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("data_offsets");
            writer.WriteNumberValue(begin);
            writer.WriteNumberValue(begin += x.Count * x.DType.Size);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
