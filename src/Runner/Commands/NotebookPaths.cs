namespace NotebookGrad.Runner.Commands;

/// <summary>Finds the notebooks that paths mean.</summary>
internal static class NotebookPaths
{
    /// <param name="paths">Files and folders.</param>
    /// <param name="output">A folder of results, which are no notebooks to be run; null for none.</param>
    public static IReadOnlyList<NotebookSource> Find(IEnumerable<string> paths, string? output)
    {
        var found = paths.SelectMany(path => Expand(path, output))
            .DistinctBy(source => Path.GetFullPath(source.Path))
            .ToList();
        var ambiguous = found.GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .ToHashSet();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. found.Select(source => ambiguous.Contains(source) ? WithOwnName(source, taken) : source)];
    }

    /// <summary>Two results of one name get the notebook's extension; if that does not do, a number.</summary>
    private static NotebookSource WithOwnName(NotebookSource source, HashSet<string> taken)
    {
        var name = source.Name + Path.GetExtension(source.Path);
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{source.Name}{Path.GetExtension(source.Path)}-{number}";
        }

        return source with { Name = name };
    }

    private static IEnumerable<NotebookSource> Expand(string path, string? output)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!Directory.Exists(path))
        {
            var problem = !File.Exists(path) ? "there is no such file or folder."
                : IsNotebook(path) ? null
                : "it is neither an .ipynb nor a .dib file.";
            return [new NotebookSource(path, name, problem)];
        }

        var notebooks = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Select(file => Path.GetRelativePath(path, file))
            .Where(file => IsNotebook(file) && !IsHidden(file) && !IsResult(path, file, output))
            .Order(StringComparer.Ordinal)
            .Select(file => new NotebookSource(
                path == "." ? file : Path.Combine(path, file),
                Path.ChangeExtension(file, null)))
            .ToList();
        return notebooks.Count > 0
            ? notebooks
            : [new NotebookSource(path, name, "the folder has no .ipynb or .dib files.")];
    }

    private static bool IsNotebook(string path) => Path.GetExtension(path).ToLowerInvariant() is ".ipynb" or ".dib";

    private static bool IsResult(string folder, string file, string? output) =>
        output is not null
        && Path.GetRelativePath(folder, output) is var results and not "."
        && file.StartsWith(results + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Jupyter keeps copies in <c>.ipynb_checkpoints</c>; other hidden folders are no place either.</summary>
    private static bool IsHidden(string relative) =>
        relative.Split('/', '\\').Any(part => part.StartsWith('.') && part.Length > 1);
}
