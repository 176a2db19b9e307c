using System.Runtime.InteropServices;
using System.Text.Json;

namespace NotebookGrad.Runner.Packages;

/// <summary>Reads what a restore has found: <c>obj/project.assets.json</c>.</summary>
internal static class AssetsFile
{
    private const string ExtensionScript = "interactive-extensions/dotnet/extension.dib";

    /// <summary>NuGet's name for the machine that this is.</summary>
    public static string Platform { get; } = RuntimeInformation.RuntimeIdentifier;

    public static Resolution Read(string path)
    {
        using var file = File.OpenRead(path);
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        var target = root.GetProperty("targets").EnumerateObject()
            .Single(item => item.Name.EndsWith($"/{Platform}", StringComparison.Ordinal))
            .Value.EnumerateObject()
            .Where(item => item.Value.GetProperty("type").GetString() == "package")
            .ToDictionary(item => item.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase);
        var packages = InOrder(target).Select(item => Read(item, libraries.GetProperty(item.Name), folders));
        return new Resolution([.. packages], Warnings(root));
    }

    private static ResolvedPackage Read(JsonProperty item, JsonElement library, IEnumerable<string> folders)
    {
        var relative = library.GetProperty("path").GetString()!;
        var folder = folders.Select(root => Path.Combine(root, relative)).FirstOrDefault(Directory.Exists)
            ?? throw new PackageException($"The package {item.Name} was restored, but its folder is not there.");
        var extension = Path.Combine(folder, ExtensionScript);
        var identity = item.Name.Split('/');
        return new ResolvedPackage(
            identity[0],
            identity[1],
            folder,
            Files(item.Value, "compile", folder),
            Files(item.Value, "runtime", folder),
            Files(item.Value, "native", folder),
            File.Exists(extension) ? extension : null);
    }

    private static IReadOnlyList<string> Files(JsonElement package, string kind, string folder) =>
        package.TryGetProperty(kind, out var files)
            ? [.. files.EnumerateObject()
                .Where(file => !file.Name.EndsWith("_._", StringComparison.Ordinal))
                .Select(file => Path.Combine(folder, file.Name))]
            : [];

    /// <summary>Each package after those it depends on.</summary>
    private static IEnumerable<JsonProperty> InOrder(Dictionary<string, JsonProperty> packages)
    {
        var visited = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return packages.Keys.Order(StringComparer.OrdinalIgnoreCase).SelectMany(Visit).ToList();

        IEnumerable<JsonProperty> Visit(string id)
        {
            if (!visited.Add(id) || !packages.TryGetValue(id, out var package))
            {
                yield break;
            }

            if (package.Value.TryGetProperty("dependencies", out var dependencies))
            {
                foreach (var below in dependencies.EnumerateObject().SelectMany(item => Visit(item.Name)))
                {
                    yield return below;
                }
            }

            yield return package;
        }
    }

    private static IReadOnlyList<string> Warnings(JsonElement root) => root.TryGetProperty("logs", out var logs)
        ? [.. logs.EnumerateArray().Select(log => $"{log.GetProperty("code")}: {log.GetProperty("message")}")]
        : [];
}
