using System.Text.Json;
using System.Text.Json.Serialization;
using NotebookGrad.Inspection;

namespace NotebookGrad.Exports;

/// <summary>A call of a module as the array of names that lead to it from the outermost.</summary>
internal sealed class ModuleJson : JsonConverter<GraphModule>
{
    /// <inheritdoc/>
    public override GraphModule? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var names = JsonSerializer.Deserialize<string[]>(ref reader, options) ?? [];
        return names.Aggregate((GraphModule?)null, (parent, name) => new GraphModule(name, parent));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GraphModule value, JsonSerializerOptions options)
    {
        var names = new Stack<string>();
        for (var module = value; module is not null; module = module.Parent)
        {
            names.Push(module.Name);
        }

        JsonSerializer.Serialize(writer, names, options);
    }
}
