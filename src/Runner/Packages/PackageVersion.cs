namespace NotebookGrad.Runner.Packages;

/// <summary>NuGet's way to write one version in one way: <c>1.0</c>, <c>1.0.0.0</c> and <c>1.0.0+x</c> are 1.0.0.</summary>
internal static class PackageVersion
{
    public static string Normalize(string version)
    {
        var release = version.Split('+', 2)[0].ToLowerInvariant().Split('-', 2);
        var numbers = release[0].Split('.').Select(part => part.TrimStart('0') is { Length: > 0 } digits ? digits : "0");
        var padded = numbers.Concat(["0", "0"]).Take(Math.Max(3, release[0].Count(letter => letter == '.') + 1)).ToList();
        if (padded is [_, _, _, "0"])
        {
            padded.RemoveAt(3);
        }

        return string.Join('.', padded) + (release.Length > 1 ? $"-{release[1]}" : "");
    }
}
