using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>A subject with what was seen of its training.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Flow">What was seen.</param>
internal sealed record Trial(Subject Subject, FlowSnapshot Flow)
{
    /// <summary>What is named first; null where nothing is found.</summary>
    public FlowDisease? Named => Flow.Findings is [var first, ..] ? first.Disease : null;

    /// <summary>Whether that is right.</summary>
    public bool IsRight => Named == Subject.Disease;

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Subject.Disease?.ToString() ?? "healthy"}, {Flow}";
}
