namespace NotebookGrad.Benchmarks.Cases;

/// <summary>The rows of the table.</summary>
internal static class AllCases
{
    /// <summary>Every case whose name contains a text, in any case of letters.</summary>
    /// <exception cref="BenchmarkException">There is none.</exception>
    public static IReadOnlyList<ICase> Containing(string text)
    {
        var found = Make().Where(one => one.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return found.Length > 0 ? found : throw new BenchmarkException(
            $"No case has \"{text}\" in its name. There are: {string.Join("; ", Make().Select(one => one.Name))}");
    }

    private static ICase[] Make() =>
    [
        new ScalarGraph(),
        new TanhChain(),
        new TrainingStep(),
        new MatrixProduct(512, 512, 512, aim: 1.3),
        new MatrixProduct(64, 784, 128, aim: 1.3),
        new Addition(),
        new ReluChain(),
    ];
}
