namespace NotebookGrad.Runner.Packages;

/// <summary>A package that a notebook asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">A version or a range in NuGet's notation; null for the highest there is.</param>
internal sealed record PackageRequest(string Id, string? Version)
{
    /// <summary>Whether another day may bring another answer.</summary>
    public bool IsFloating => Version is null || Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Reads what stands after <c>nuget:</c>, such as <c>Name</c> or <c>Name, 1.2.3</c>.</summary>
    public static PackageRequest Parse(string argument)
    {
        var parts = argument.Split(',', 2, StringSplitOptions.TrimEntries);
        return new PackageRequest(parts[0], parts is [_, { Length: > 0 } version] ? version : null);
    }
}
