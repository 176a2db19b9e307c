namespace NotebookGrad.Runner.Packages;

/// <summary>
/// The package files of the sources that are folders. NuGet never looks again at a version that it has unpacked once;
/// whoever packs a package afresh, under the same version, means the fresh one.
/// </summary>
internal sealed class LocalFeeds
{
    private readonly Dictionary<(string Id, string Version), LocalPackage> packages = [];

    public LocalFeeds(IEnumerable<string> sources)
    {
        foreach (var path in sources.Where(Directory.Exists).SelectMany(PackageFiles))
        {
            if (LocalPackage.Read(path) is { } package)
            {
                packages.TryAdd((package.Id, package.Version), package);
            }
        }
    }

    /// <summary>All of the packages in a fixed order.</summary>
    public IEnumerable<LocalPackage> Packages => packages.Values.OrderBy(item => (item.Id, item.Version));

    /// <summary>The nearest folder, going upward, in which a build leaves its packages; null if none.</summary>
    public static string? FindDefault(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "artifacts", "packages");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>Removes unpacked packages that differ from the files of the sources.</summary>
    /// <returns>Whether there were any.</returns>
    public bool RemoveStale(IEnumerable<string> unpackedFolders)
    {
        var stale = unpackedFolders.Where(IsStale).ToList();
        foreach (var folder in stale)
        {
            // NuGet takes a folder without this file for unfinished: whoever looks meanwhile will not use half of it.
            File.Delete(Path.Combine(folder, ".nupkg.metadata"));
            Directory.Delete(folder, recursive: true);
        }

        return stale.Count > 0;
    }

    /// <summary>Where the packages of the sources would lie below a folder of unpacked packages.</summary>
    public IEnumerable<string> FoldersBelow(string root) =>
        Packages.Select(package => Path.Combine(root, package.Id, package.Version)).Where(Directory.Exists);

    private static IEnumerable<string> PackageFiles(string source) =>
        Directory.EnumerateFiles(source, "*.nupkg", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 2,
        }).Order(StringComparer.Ordinal);

    private bool IsStale(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(folder);
        var key = (Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        return packages.TryGetValue(key, out var package) && package.DiffersFrom(path);
    }
}
