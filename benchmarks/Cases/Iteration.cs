namespace NotebookGrad.Benchmarks.Cases;

/// <summary>What a case repeats, and what came out of the last time.</summary>
internal sealed record Iteration(Action Run, Func<Tensor[]> Results)
{
    /// <summary>An iteration with one result.</summary>
    public static Iteration Of(Func<Tensor> compute)
    {
        Tensor result = null!;
        return new(() => result = compute(), () => [result]);
    }
}
