using System.Text.Json;

namespace NotebookGrad.Tests.Browser;

/// <summary>What front ends leave of an output that they do not trust, by their own sanitizers.</summary>
internal static class Sanitizers
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Peers");

    /// <summary>What is needed and lacks here; null where nothing does.</summary>
    public static string? Lacking { get; } = Tool.Find("node") is null
        ? "needs Node.js in the PATH (Debian: apt-get install nodejs npm)"
        : Directory.Exists(Path.Combine(Folder, "node_modules"))
            ? null
            : "needs npm's packages (npm ci --prefix tests/Peers)";

    /// <summary>What remains of fragments of HTML.</summary>
    public static async Task<Remains> Clean(IEnumerable<string> fragments)
    {
        var script = Path.Combine(Folder, "sanitize.mjs");
        var input = JsonSerializer.Serialize(fragments);
        var output = await Tool.Run(Tool.Find("node")!, [script], input, TimeSpan.FromMinutes(1));
        return JsonSerializer.Deserialize<Remains>(output, JsonSerializerOptions.Web)!;
    }

    /// <summary>What remains, in the order of what was given.</summary>
    /// <param name="JupyterLab">In a notebook that JupyterLab does not trust.</param>
    /// <param name="GitHub">On a page of GitHub.</param>
    internal sealed record Remains(string[] JupyterLab, string[] GitHub);
}
