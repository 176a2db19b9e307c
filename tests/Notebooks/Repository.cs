using System.Reflection;

namespace NotebookGrad.Notebooks;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The runner that was built with these tests.</summary>
    public static string Runner { get; } = Metadata("Runner");

    /// <summary>The course.</summary>
    public static string Notebooks { get; } = Path.Combine(Root, "notebooks");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
