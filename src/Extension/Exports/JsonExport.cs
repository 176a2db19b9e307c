using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>Writes snapshots as JSON: their public properties, so that a new one needs nothing here.</summary>
internal static class JsonExport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ShapeJson(), new ModuleJson() },
    };

    /// <summary>A thing as it stands now.</summary>
    public static string Of(object thing)
    {
        var names = VariableNames.Now();
        var snapshot = WithNames(SnapshotOf.Thing(thing, names), names);
        var json = (JsonObject)JsonSerializer.SerializeToNode(snapshot, snapshot.GetType(), Options)!;
        json.Insert(0, "kind", snapshot.GetType().Name);
        return json.ToJsonString(Options);
    }

    /// <summary>Calls what has no name by its variable.</summary>
    private static object WithNames(object snapshot, VariableNames names) => snapshot switch
    {
        GraphSnapshot graph => graph with
        {
            Nodes = [.. graph.Nodes.Select(node => node with { Name = node.Name ?? names.NameOf(node.Id) })],
        },
        ChainSnapshot chain => chain with
        {
            Lines = [.. chain.Lines.Select(line => line with { Name = line.Name ?? names.NameOf(line.Id) })],
        },
        MemoryLedger ledger => ledger with
        {
            Entries = [.. ledger.Entries.Select(entry => entry with { Name = entry.Name ?? names.NameOf(entry.Id) })],
        },
        TensorSnapshot { Id: { } id } tensor => tensor with { Name = tensor.Name ?? names.NameOf(id) },
        _ => snapshot,
    };
}
