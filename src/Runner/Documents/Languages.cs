namespace NotebookGrad.Runner.Documents;

/// <summary>The languages that a notebook may switch to, and which of them are run here.</summary>
internal static class Languages
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";
    public const string Html = "html";

    /// <summary>Not a language: the block of a .dib file that holds the notebook's metadata.</summary>
    public const string Metadata = "meta";

    private static readonly Dictionary<string, string> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp,
        ["c#"] = CSharp,
        ["markdown"] = Markdown,
        ["md"] = Markdown,
        ["html"] = Html,
        ["meta"] = Metadata,
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["mermaid"] = "mermaid",
        ["sql"] = "sql",
        ["kql"] = "kql",
        ["http"] = "http",
        ["value"] = "value",
        ["python"] = "python",
        ["r"] = "r",
    };

    /// <summary>The language that a magic such as <c>#!fsharp</c> switches to, or null if it is not a switch.</summary>
    public static string? FromMagic(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The language that a notebook's metadata names; one that is not known keeps its own name.</summary>
    public static string FromMetadata(string name) => ByName.GetValueOrDefault(name, name.ToLowerInvariant());

    /// <summary>Whether cells of the language are run here.</summary>
    public static bool IsRun(string language) => language is CSharp or Markdown or Html;
}
