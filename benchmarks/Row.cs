namespace NotebookGrad.Benchmarks;

/// <summary>What was measured of one case.</summary>
/// <param name="Case">The case's name.</param>
/// <param name="Ours">Microseconds an iteration here.</param>
/// <param name="Theirs">Microseconds an iteration in PyTorch, where it ran.</param>
/// <param name="Ratio">Ours over theirs, of the rounds that ran one after the other.</param>
/// <param name="Aim">What is good enough; null where nothing is asked for.</param>
/// <param name="LimitShare">The share of the machine's limit that ours reaches, where there is one.</param>
internal sealed record Row(
    string Case, Quantiles Ours, Quantiles? Theirs, Quantiles? Ratio, Aim? Aim, double? LimitShare)
{
    /// <summary>Whether it is good enough; null where that is not known.</summary>
    public bool? IsMet => Aim?.IsMet(Ratio?.Median, LimitShare);
}
