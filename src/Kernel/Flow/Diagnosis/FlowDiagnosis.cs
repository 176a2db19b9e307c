using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Tells from what was seen why a network does not learn.</summary>
internal static class FlowDiagnosis
{
    /// <summary>The findings, the gravest first.</summary>
    public static IReadOnlyList<FlowFinding> Of(FlowSnapshot flow) => [];
}
