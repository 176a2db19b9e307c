using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotebookGrad.Exports;

/// <summary>A shape as the array of its lengths.</summary>
internal sealed class ShapeJson : JsonConverter<Shape>
{
    /// <inheritdoc/>
    public override Shape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<int[]>(ref reader, options) ?? [];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Shape value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var length in value.Lengths)
        {
            writer.WriteNumberValue(length);
        }

        writer.WriteEndArray();
    }
}
