using NotebookGrad.Runner.Kernels;

namespace NotebookGrad.Runner.Packages;

/// <summary>The packages of one notebook: a package, once loaded, keeps its version.</summary>
internal sealed class PackageSession
{
    private readonly string directory;
    private readonly PackageResolver resolver;
    private readonly List<string> sources;
    private readonly Dictionary<string, ResolvedPackage> loaded = new(StringComparer.OrdinalIgnoreCase);

    public PackageSession(KernelSettings settings)
    {
        directory = settings.Directory;
        resolver = new PackageResolver(directory, settings.CacheFolder);
        sources = [.. settings.Sources];
        if (LocalFeeds.FindDefault(directory) is { } built)
        {
            sources.Add(built);
        }
    }

    /// <summary>Adds sources for this and later requests.</summary>
    /// <exception cref="PackageException">A source is a folder that does not exist.</exception>
    public void AddSources(IEnumerable<string> added)
    {
        foreach (var source in added)
        {
            var isAddress = Uri.TryCreate(source, UriKind.Absolute, out var uri) && !uri.IsFile;
            var path = isAddress ? source : Path.GetFullPath(source, directory);
            if (!isAddress && !Directory.Exists(path))
            {
                throw new PackageException($"The package source {path} does not exist.");
            }

            sources.Add(path);
        }
    }

    /// <summary>Finds packages and all they need.</summary>
    /// <returns>Those that are not yet loaded, each after those it depends on.</returns>
    /// <exception cref="PackageException">They can't be had, or not in versions that fit what is loaded.</exception>
    public async Task<IReadOnlyList<ResolvedPackage>> AddAsync(
        IReadOnlyList<PackageRequest> requests, Action<string> notify)
    {
        var missing = requests.Where(IsMissing).DistinctBy(request => request.Id.ToLowerInvariant()).ToList();
        if (missing.Count == 0)
        {
            return [];
        }

        var pinned = loaded.Values
            .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)
            .Select(package => new PackageRequest(package.Id, $"[{package.Version}]"));
        var resolution = await ResolveAsync([.. missing, .. pinned], missing);
        foreach (var warning in resolution.Warnings)
        {
            notify(warning);
        }

        var added = resolution.Packages.Where(package => !loaded.ContainsKey(package.Id)).ToList();
        added.ForEach(package => loaded.Add(package.Id, package));
        return added;
    }

    private async Task<Resolution> ResolveAsync(
        IReadOnlyList<PackageRequest> requests, IEnumerable<PackageRequest> missing)
    {
        try
        {
            return await resolver.ResolveAsync(requests, sources);
        }
        catch (PackageException problem)
        {
            var names = string.Join(", ", missing.Select(request => $"{request.Id} {request.Version}".Trim()));
            throw new PackageException($"{names}: {problem.Message}", problem);
        }
    }

    private bool IsMissing(PackageRequest request)
    {
        if (request.Id.Length == 0)
        {
            throw new PackageException("#r \"nuget: …\" names no package.");
        }

        if (!loaded.TryGetValue(request.Id, out var package))
        {
            return true;
        }

        var isExact = request.Version is { } version
            && version.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-');
        return isExact && PackageVersion.Normalize(request.Version!) != PackageVersion.Normalize(package.Version)
            ? throw new PackageException(
                $"{package.Id} {request.Version}: version {package.Version} is loaded already; ask for one version.")
            : false;
    }
}
