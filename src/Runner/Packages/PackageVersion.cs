namespace NotebookGrad.Runner.Packages;

/// <summary>NuGet's one way to write a version: <c>1.0</c>, <c>1.0.0.0</c> and <c>1.0.0+x</c> are 1.0.0.</summary>
internal static class PackageVersion
{
    public static string Normalize(string version)
    {
        var release = version.Split('+', 2)[0].ToLowerInvariant().Split('-', 2);
        var numbers = release[0].Split('.')
            .Select(part => part.TrimStart('0') is { Length: > 0 } digits ? digits : "0")
            .ToList();
        while (numbers.Count < 3)
        {
            numbers.Add("0");
        }

        if (numbers is [_, _, _, "0"])
        {
            numbers.RemoveAt(3);
        }

        return string.Join('.', numbers) + (release.Length > 1 ? $"-{release[1]}" : "");
    }
}
