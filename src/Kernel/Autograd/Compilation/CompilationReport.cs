using System.Text;
using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>What has become of the calls of a compiled function.</summary>
public sealed record CompilationReport : IInspectable
{
    /// <summary>How often it was called.</summary>
    public required long Calls { get; init; }

    /// <summary>How many of the calls were done by a plan.</summary>
    public required long Replays { get; init; }

    /// <summary>How many were recorded, to make a plan.</summary>
    public required long Traces { get; init; }

    /// <summary>Why calls did not make a plan, or were not even recorded, and how often.</summary>
    public required IReadOnlyDictionary<string, long> Fallbacks { get; init; }

    /// <summary>The plans that there are.</summary>
    public required IReadOnlyList<PlanReport> Plans { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder($"{Calls} calls: {Replays} replayed, {Traces} recorded");
        foreach (var (reason, count) in Fallbacks)
        {
            text.Append($"\n{count} without a plan: {reason}");
        }

        foreach (var plan in Plans)
        {
            text.Append('\n').Append(plan);
        }

        return text.ToString();
    }
}
