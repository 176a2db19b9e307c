namespace NotebookGrad.Inspection;

/// <summary>What a comparison of derivatives with differences has found.</summary>
/// <param name="Diagnosis">Why they disagree, or that they agree.</param>
/// <param name="Detail">What that means here, in words.</param>
/// <param name="Worst">The entry that disagrees most; null where none could be compared.</param>
/// <param name="Entries">All that were compared.</param>
/// <param name="Step">The step of the differences.</param>
/// <param name="AbsoluteTolerance">By how much the numbers may differ in any case.</param>
/// <param name="RelativeTolerance">By what part of the numeric one they may differ beyond that.</param>
public sealed record GradCheckReport(
    GradCheckDiagnosis Diagnosis,
    string Detail,
    GradCheckEntry? Worst,
    IReadOnlyList<GradCheckEntry> Entries,
    double Step,
    double AbsoluteTolerance,
    double RelativeTolerance) : IInspectable
{
    /// <summary>How many entries were compared.</summary>
    public int Compared => Entries.Count;

    /// <summary>The verdict: whether all entries agree within the tolerance.</summary>
    public bool Passed => Diagnosis == GradCheckDiagnosis.Agreement;

    /// <summary>By how much an entry may differ.</summary>
    public double Tolerance(GradCheckEntry entry) =>
        AbsoluteTolerance + (RelativeTolerance * Math.Abs(entry.Numeric));

    /// <summary>Whether an entry's two numbers are near enough to each other; NaN is near NaN.</summary>
    public bool Agrees(GradCheckEntry entry) => entry.Analytic.Equals(entry.Numeric)
        || Math.Abs(entry.Analytic - entry.Numeric) <= Tolerance(entry);

    /// <inheritdoc/>
    public override string ToString()
    {
        var verdict = Passed ? $"gradcheck passed: {Compared} derivatives agree" : $"gradcheck failed: {Detail}";
        return Worst is null
            ? verdict
            : $"{verdict}\n{(Passed ? "nearest to failing" : "worst of " + Compared)}: {Worst} (step {Step:G3}); "
                + $"they may differ by {AbsoluteTolerance:G3} + {RelativeTolerance:G3}·|numeric|";
    }
}
