namespace NotebookGrad.Inspection;

/// <summary>What a comparison of derivatives with differences has found.</summary>
/// <param name="Diagnosis">Why they disagree, or that they agree.</param>
/// <param name="Detail">What that means here, in words.</param>
/// <param name="Worst">The entry that disagrees most; null where none could be compared.</param>
/// <param name="Compared">How many entries were compared.</param>
/// <param name="Step">The step of the differences.</param>
/// <param name="AbsoluteTolerance">By how much the numbers may differ in any case.</param>
/// <param name="RelativeTolerance">By what part of the numeric one they may differ beyond that.</param>
public sealed record GradCheckReport(
    GradCheckDiagnosis Diagnosis,
    string Detail,
    GradCheckEntry? Worst,
    long Compared,
    double Step,
    double AbsoluteTolerance,
    double RelativeTolerance)
{
    /// <summary>The verdict: whether all entries agree within the tolerance.</summary>
    public bool Passed => Diagnosis == GradCheckDiagnosis.Agreement;

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
