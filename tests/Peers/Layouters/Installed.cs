using System.Reflection;

namespace NotebookGrad.Peers.Layouters;

/// <summary>Which of the other programs are here, and what to do where one lacks.</summary>
internal static class Installed
{
    /// <summary>The folder with the scripts for Node.js and, once installed, their packages.</summary>
    public static string Folder { get; } = typeof(Installed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PeersFolder").Value!;

    private static string? Dot { get; } = Find("dot");

    private static string? NodeJs { get; } = Find("node");

    /// <summary>Why a program cannot be asked, with the remedy; null where it can.</summary>
    /// <param name="need"><c>dot</c>, or a package of npm.</param>
    public static string? Lack(string need) => need switch
    {
        "dot" => Dot is null ? "needs dot in the PATH (Debian: apt-get install graphviz)" : null,
        _ when NodeJs is null => "needs node in the PATH (Debian: apt-get install nodejs npm)",
        _ when !Directory.Exists(Path.Combine(Folder, "node_modules", need)) =>
            $"needs the npm package {need} (npm ci --prefix tests/Peers)",
        _ => null,
    };

    /// <summary>Where Graphviz' dot is.</summary>
    /// <exception cref="InvalidOperationException">It is not here.</exception>
    public static string Graphviz() => Lack("dot") is { } lack ? throw new InvalidOperationException(lack) : Dot!;

    /// <summary>Where Node.js is, for a script that uses a package.</summary>
    /// <exception cref="InvalidOperationException">It or the package is not here.</exception>
    public static string Node(string package) =>
        Lack(package) is { } lack ? throw new InvalidOperationException(lack) : NodeJs!;

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
