using System.Text;
using NotebookGrad.Flow;
using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>What networks have, against what is named first of them.</summary>
internal static class ConfusionTable
{
    private const string Healthy = "healthy";

    private static readonly FlowDisease?[] All = [.. FlowDiagnosis.Rules.Select(rule => (FlowDisease?)rule.Disease), null];

    /// <summary>The table in Markdown: a row for what they have, a column for what is named.</summary>
    public static string Write(IReadOnlyList<Trial> trials)
    {
        var table = new StringBuilder("| has \\ named | ");
        table.AppendJoin(" | ", All.Select((_, column) => column + 1)).Append(" |\n|---|");
        table.AppendJoin('|', All.Select(_ => "---:")).Append("|\n");
        foreach (var (row, disease) in All.Index())
        {
            table.Append($"| {row + 1} {Title(disease)} | ");
            table.AppendJoin(" | ", All.Select(named =>
                trials.Count(trial => trial.Subject.Disease == disease && trial.Named == named)));
            table.Append(" |\n");
        }

        return table.ToString();
    }

    /// <summary>What a disease is called.</summary>
    public static string Title(FlowDisease? disease) =>
        disease is { } known ? new FlowFinding(known, "", "", "", [], 0).Title : Healthy;
}
