namespace NotebookGrad.Runner.Commands;

/// <summary>Finds the notebooks that paths mean.</summary>
internal static class NotebookPaths
{
    public static IReadOnlyList<NotebookSource> Find(IEnumerable<string> paths)
    {
        var found = paths.SelectMany(Expand).DistinctBy(source => Path.GetFullPath(source.Path)).ToList();
        var ambiguous = found.GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .ToHashSet();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. found.Select(source => ambiguous.Contains(source) ? WithOwnName(source, taken) : source)];
    }

    /// <summary>Two notebooks of one name keep their extension in the name; those of two folders get a number.</summary>
    private static NotebookSource WithOwnName(NotebookSource source, HashSet<string> taken)
    {
        var name = source.Name + Path.GetExtension(source.Path);
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{source.Name}{Path.GetExtension(source.Path)}-{number}";
        }

        return source with { Name = name };
    }

    private static IEnumerable<NotebookSource> Expand(string path)
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
            .Where(file => IsNotebook(file) && !IsHidden(Path.GetRelativePath(path, file)))
            .Order(StringComparer.Ordinal)
            .Select(file => new NotebookSource(file, Path.ChangeExtension(Path.GetRelativePath(path, file), null)))
            .ToList();
        return notebooks.Count > 0
            ? notebooks
            : [new NotebookSource(path, name, "the folder has no .ipynb or .dib files.")];
    }

    private static bool IsNotebook(string path) => Path.GetExtension(path).ToLowerInvariant() is ".ipynb" or ".dib";

    /// <summary>Jupyter keeps copies in <c>.ipynb_checkpoints</c>; other hidden folders hold no notebooks either.</summary>
    private static bool IsHidden(string relative) =>
        relative.Split('/', '\\').Any(part => part.StartsWith('.') && part.Length > 1);
}
