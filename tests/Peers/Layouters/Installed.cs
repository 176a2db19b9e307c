using System.Reflection;

namespace NotebookGrad.Peers.Layouters;

/// <summary>What of the other programs is here, and what to do where one lacks.</summary>
internal static class Installed
{
    /// <summary>The folder with the scripts for Node.js and, once installed, their packages.</summary>
    public static string Folder { get; } = typeof(Installed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PeersFolder").Value!;

    /// <summary>Graphviz; null where it is not.</summary>
    public static string? Dot { get; } = Find("dot");

    /// <summary>Node.js; null where it is not.</summary>
    public static string? Node { get; } = Find("node");

    /// <summary>Why Graphviz cannot be asked; null where it can.</summary>
    public static string? LackOfGraphviz =>
        Dot is null ? "needs dot in the PATH (Debian: apt-get install graphviz)" : null;

    /// <summary>Why a package of Node.js cannot be used; null where it can.</summary>
    public static string? LackOf(string package) =>
        Node is null ? "needs node in the PATH (Debian: apt-get install nodejs npm)"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", package))
            ? $"needs the npm package {package} (npm ci --prefix tests/Peers)"
        : null;

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
