namespace NotebookGrad.Benchmarks.Cases;

/// <summary>The rows of the tables.</summary>
internal static class AllCases
{
    /// <summary>The table for the processor.</summary>
    public static IReadOnlyList<Case> OnProcessor { get; } =
    [
        .. SmallGraphs.All, .. Networks.All, .. Convolutions.All, .. Products.All, .. Pointwise.All, .. ClassLosses.All,
        .. Movements.All, .. Transforms.All,
    ];

    /// <summary>Every case of the processor's whose name contains a text, in any case of letters.</summary>
    /// <exception cref="BenchmarkException">There is none.</exception>
    public static IReadOnlyList<Case> Containing(string text) => Containing(text, OnProcessor);

    /// <summary>Every one of some cases whose name contains a text, in any case of letters.</summary>
    /// <exception cref="BenchmarkException">There is none.</exception>
    public static IReadOnlyList<Case> Containing(string text, IReadOnlyList<Case> cases)
    {
        var found = cases.Where(one => one.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length > 0 ? found : throw new BenchmarkException(
            $"No case has \"{text}\" in its name. There are: {string.Join("; ", cases.Select(one => one.Name))}");
    }
}
