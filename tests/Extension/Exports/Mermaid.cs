using System.Text.Json;
using NotebookGrad.Peers.Layouters;
using NotebookGrad.Tests.Browser;

namespace NotebookGrad.Tests.Exports;

/// <summary>Lets Mermaid read charts and tell what it has read.</summary>
internal static class Mermaid
{
    /// <summary>What it reads in some charts, in their order.</summary>
    public static async Task<Chart[]> Read(IEnumerable<string> charts)
    {
        var script = Path.Combine(Installed.Folder, "mermaid.mjs");
        var input = JsonSerializer.Serialize(charts);
        var output = await Tool.Run(Installed.Node("mermaid"), [script], input, TimeSpan.FromMinutes(1));
        return JsonSerializer.Deserialize<Chart[]>(output, JsonSerializerOptions.Web)!;
    }

    /// <summary>What Mermaid has read in a chart.</summary>
    /// <param name="Error">Why it could not be read, or null.</param>
    /// <param name="Nodes">The nodes' texts.</param>
    /// <param name="Edges">The edges' texts, empty where there is none.</param>
    /// <param name="Subgraphs">The titles of subgraphs, inner ones first.</param>
    internal sealed record Chart(string? Error, string[] Nodes, string[] Edges, string[] Subgraphs);
}
