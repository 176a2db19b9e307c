namespace NotebookGrad.Benchmarks.Cases;

/// <summary>The rows of the table.</summary>
internal static class AllCases
{
    private static readonly Case[] All =
    [
        .. SmallGraphs.All, .. Networks.All, .. Convolutions.All, .. Products.All, .. Pointwise.All, .. Movements.All,
        .. Transforms.All,
    ];

    /// <summary>Every case whose name contains a text, in any case of letters.</summary>
    /// <exception cref="BenchmarkException">There is none.</exception>
    public static IReadOnlyList<Case> Containing(string text)
    {
        var found = All.Where(one => one.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length > 0 ? found : throw new BenchmarkException(
            $"No case has \"{text}\" in its name. There are: {string.Join("; ", All.Select(one => one.Name))}");
    }
}
