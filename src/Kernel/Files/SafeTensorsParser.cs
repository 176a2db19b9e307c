using System.Text.Json;

namespace NotebookGrad.Files;

/// <summary>Reads the JSON of a safetensors file.</summary>
internal sealed class SafeTensorsParser(BoundedReader reader)
{
    private static readonly Dictionary<string, ElementFormat> Formats = new()
    {
        ["BOOL"] = new(ElementKind.Truth, 1),
        ["I8"] = new(ElementKind.Signed, 1),
        ["I16"] = new(ElementKind.Signed, 2),
        ["I32"] = new(ElementKind.Signed, 4),
        ["I64"] = new(ElementKind.Signed, 8),
        ["U8"] = new(ElementKind.Unsigned, 1),
        ["U16"] = new(ElementKind.Unsigned, 2),
        ["U32"] = new(ElementKind.Unsigned, 4),
        ["U64"] = new(ElementKind.Unsigned, 8),
        ["BF16"] = new(ElementKind.Brain, 2),
        ["F16"] = new(ElementKind.Real, 2),
        ["F32"] = new(ElementKind.Real, 4),
        ["F64"] = new(ElementKind.Real, 8),
    };

    /// <summary>The format's name of elements.</summary>
    public static string Name(ElementFormat format) => Formats.First(pair => pair.Value == format).Key;

    /// <summary>The header that the bytes are.</summary>
    /// <exception cref="InvalidDataException">They are none.</exception>
    public SafeTensorsHeader Parse(byte[] bytes)
    {
        if (bytes is not [(byte)'{', ..])
        {
            throw reader.Problem("the header does not begin with '{': this is not a safetensors file");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, new() { AllowDuplicateProperties = false, MaxDepth = 4 });
            var entries = new List<SafeTensorsEntry>();
            var metadata = new Dictionary<string, string>();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == SafeTensorsHeader.MetadataName)
                {
                    metadata = Expect(property.Value, JsonValueKind.Object, property.Name).EnumerateObject()
                        .ToDictionary(text => text.Name, text => Text(text.Value, property.Name));
                }
                else
                {
                    entries.Add(Entry(property.Name, property.Value));
                }
            }

            return new SafeTensorsHeader(entries, metadata);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Text that is no UTF-8, or half of a surrogate pair, comes as InvalidOperationException.
            throw reader.Problem($"the header is not the JSON of a safetensors file: {problem.Message}");
        }
    }

    private SafeTensorsEntry Entry(string name, JsonElement entry)
    {
        string? dtype = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        foreach (var property in Expect(entry, JsonValueKind.Object, name).EnumerateObject())
        {
            switch (property.Name)
            {
                case "dtype": dtype = Text(property.Value, name); break;
                case "shape": shape = Numbers(property.Value, name); break;
                case "data_offsets": offsets = Numbers(property.Value, name); break;
                default: throw reader.Problem($"tensor '{name}' has the unknown property '{property.Name}'");
            }
        }

        if (dtype is null || shape is null || offsets is not { Count: 2 })
        {
            throw reader.Problem($"tensor '{name}' lacks one of dtype, shape and two data_offsets");
        }

        return Formats.TryGetValue(dtype, out var format)
            ? new(name, format, ElementReader.Shape(reader, shape, $"tensor '{name}'"), offsets[0], offsets[1])
            : throw reader.Problem(
                $"tensor '{name}' has the dtype {dtype}, which has none here; {string.Join(", ", Formats.Keys)} are "
                + "read");
    }

    private List<long> Numbers(JsonElement value, string name)
    {
        var numbers = new List<long>();
        foreach (var item in Expect(value, JsonValueKind.Array, name).EnumerateArray())
        {
            numbers.Add(item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var number) && number >= 0
                ? number
                : throw reader.Problem($"'{name}' has {item.GetRawText()} where a number from 0 to 2⁶³ − 1 belongs"));
        }

        return numbers;
    }

    private string Text(JsonElement value, string name) => Expect(value, JsonValueKind.String, name).GetString()!;

    private JsonElement Expect(JsonElement value, JsonValueKind kind, string name) => value.ValueKind == kind
        ? value
        : throw reader.Problem($"'{name}' has {value.ValueKind} where {kind} belongs");
}
