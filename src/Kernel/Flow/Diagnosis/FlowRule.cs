using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Knows one disease: by which numbers it is seen, how it comes about, and what helps.</summary>
internal abstract class FlowRule
{
    /// <summary>The disease.</summary>
    public abstract FlowDisease Disease { get; }

    /// <summary>By what it is told, with the thresholds and where they are from; for the documentation.</summary>
    public abstract string Criterion { get; }

    /// <summary>The disease where the numbers show it, else null.</summary>
    /// <param name="reading">The numbers.</param>
    /// <param name="before">What graver rules have found.</param>
    public abstract FlowFinding? Find(FlowReading reading, IReadOnlyList<FlowFinding> before);

    /// <summary>A finding of this disease.</summary>
    protected FlowFinding Finding(
        string place, long step, string evidence, string mechanism, params IReadOnlyList<string> remedies) =>
        new(Disease, place, evidence, mechanism, remedies, step);
}
