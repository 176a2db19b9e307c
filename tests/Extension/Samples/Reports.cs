using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Reports of derivatives compared with differences.</summary>
internal static class Reports
{
    private const double Step = 1e-6;
    private const double Atol = 1e-5;
    private const double Rtol = 1e-3;

    /// <summary>A report whose first pair of numbers, analytic and numeric, is the worst.</summary>
    public static GradCheckReport Of(
        GradCheckDiagnosis diagnosis, params (double Analytic, double Numeric)[] pairs)
    {
        GradCheckEntry[] entries = [.. pairs.Select((pair, index) =>
            new GradCheckEntry(0, [index], 0, [index], IsForward: false, pair.Analytic, pair.Numeric))];
        return new GradCheckReport(
            diagnosis, "what it means", entries.FirstOrDefault(), entries, Step, Atol, Rtol);
    }

    /// <summary>Very many numbers, every third of them wrong.</summary>
    public static GradCheckReport Large(int count) => Of(
        GradCheckDiagnosis.WrongDerivative,
        [.. Enumerable.Range(0, count).Select(i => (Math.Sin(i) * (i % 3 == 0 ? 1.5 : 1), Math.Sin(i)))]);

    /// <summary>A compiled function with one plan, and calls that went without one for some reason.</summary>
    public static CompilationReport Compiled(string signature, string? reason, params FusedSteps[] fused) => new()
    {
        Calls = 12,
        Replays = 9,
        Traces = 2,
        Fallbacks = reason is null ? new() : new Dictionary<string, long> { [reason] = 1 },
        Plans =
        [
            new PlanReport
            {
                Signature = signature,
                Recorded = 120,
                Steps = 84,
                Fused = fused,
                PlannedBytes = 393_216,
                EagerBytes = 2_359_296,
            },
        ],
    };
}
