namespace NotebookGrad.Runner.Packages;

/// <summary>A package that lies on this machine, and those of its files that concern this platform.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its exact version.</param>
/// <param name="Folder">The folder of its files.</param>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries.</param>
/// <param name="Extension">The script that the package wants to be run once it is loaded, or null.</param>
internal sealed record ResolvedPackage(
    string Id,
    string Version,
    string Folder,
    IReadOnlyList<string> Compile,
    IReadOnlyList<string> Runtime,
    IReadOnlyList<string> Native,
    string? Extension)
{
    /// <summary>Whether all its files are still there.</summary>
    public bool IsPresent => Directory.Exists(Folder)
        && Compile.Concat(Runtime).Concat(Native).Append(Extension).All(path => path is null || File.Exists(path));
}
