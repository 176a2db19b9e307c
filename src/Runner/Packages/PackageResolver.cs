namespace NotebookGrad.Runner.Packages;

/// <summary>Finds packages: remembered, or by a restore, and always the freshly packed ones.</summary>
internal sealed class PackageResolver(string directory, string cacheFolder)
{
    private readonly RememberedResolutions remembered = new(cacheFolder);

    /// <exception cref="PackageException">The packages can't be had.</exception>
    public async Task<Resolution> ResolveAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources)
    {
        var feeds = new LocalFeeds(sources);
        feeds.RemoveStale(feeds.FoldersBelow(UsualPackagesFolder()));
        var key = RememberedResolutions.Key(directory, requests, sources, feeds);
        var known = remembered.Find(key);
        if (known is not null && feeds.RemoveStale(known.Packages.Select(package => package.Folder)))
        {
            known = null;
        }

        if (known is not null && (remembered.IsFresh(key) || !requests.Any(request => request.IsFloating)))
        {
            return known;
        }

        try
        {
            return await RestoreAsync(requests, sources, feeds, key);
        }
        catch (PackageException) when (known is not null)
        {
            // Without a network, the highest version of yesterday is better than none.
            return known;
        }
    }

    private async Task<Resolution> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, LocalFeeds feeds, string key)
    {
        var resolution = await RestoreProject.RestoreAsync(directory, requests, sources);
        if (feeds.RemoveStale(resolution.Packages.Select(package => package.Folder)))
        {
            resolution = await RestoreProject.RestoreAsync(directory, requests, sources);
        }

        remembered.Save(key, resolution);
        return resolution;
    }

    /// <summary>Where unpacked packages lie unless a configuration says otherwise; then the restore tells.</summary>
    private static string UsualPackagesFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } own
            ? own
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
