using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookGrad.Runner.Kernels;

/// <summary>The assemblies of this process: those that scripts refer to, those that no package may replace.</summary>
internal static class ScriptReferences
{
    private static readonly Dictionary<string, string> PathByName = ((string?)AppContext.GetData(
            "TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(paths => paths.Key, paths => paths.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What every script refers to: frameworks, the formatting library, the runner's public face.</summary>
    public static IReadOnlyList<MetadataReference> Standard { get; } =
    [
        .. PathByName.Values.Where(IsFramework)
            .Append(typeof(Formatter).Assembly.Location)
            .Append(typeof(NbGrad.Session).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The path of the assembly with this name that the process itself brought, or null.</summary>
    public static string? OfProcess(string name) => PathByName.GetValueOrDefault(name);

    private static bool IsFramework(string path) =>
        Path.GetDirectoryName(Path.GetDirectoryName(path)) is { } folder
        && Path.GetFileName(folder) is "Microsoft.NETCore.App" or "Microsoft.AspNetCore.App";
}
