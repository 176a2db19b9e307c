using System.Text;
using System.Text.RegularExpressions;
using NotebookGrad.Flow;
using NotebookGrad.Tests.Flow.Suite;

namespace NotebookGrad.Tests.Documents;

/// <summary>The page of <c>docs/diagnosis.md</c>: what may keep a network from learning, and by what it is seen.</summary>
internal static partial class DiagnosisPage
{
    /// <summary>The page as it should be.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Why a network does not learn

            What `GradientFlow.Watch(model)` finds while a network is trained: `flow.Findings`, the gravest first. Each finding
            names the place, shows what was measured, tells how it comes about, and what would help. Healthy networks have none.

            The tests train networks that are sick, each for a known reason, and networks that are healthy: MLPs, convolutional,
            recurrent and residual ones and transformers, by several optimisers. The rules were made with half of them; the other
            half was written before the rules had seen any of it. They write this page. Its numbers are of one machine: rounding
            differs between processors, and training with it.

            """);
        WriteTable(page, "The networks that the rules were made with", Suites.Known.Value);
        WriteTable(page, "Other networks", Suites.HeldOut.Value);
        foreach (var rule in FlowDiagnosis.Rules)
        {
            var trial = Suites.Known.Value.First(one => one.Subject.Disease == rule.Disease && one.IsRight);
            var finding = trial.Flow.Findings[0];
            page.Append($"\n## {Capital(finding.Title)}\n\n{rule.Criterion}\n\n");
            page.Append($"For example, {trial.Subject.Name}, at `{finding.Place}`: {finding.Evidence}\n\n");
            page.Append($"{finding.Mechanism}\n\nWhat helps:\n\n");
            page.AppendJoin('\n', finding.Remedies.Select(remedy => $"- {remedy}")).Append('\n');
        }

        return page.ToString();
    }

    /// <summary>A page without its numbers, which are of one machine.</summary>
    public static string Words(string page) => Numbers().Replace(page, "#");

    private static void WriteTable(StringBuilder page, string title, IReadOnlyList<Trial> trials)
    {
        var sick = trials.Where(trial => trial.Subject.Disease is not null).ToArray();
        page.Append($"\n## {title}\n\n{sick.Count(trial => trial.IsRight)} of {sick.Length} sick networks are named rightly, ");
        page.Append($"and {trials.Except(sick).Count(trial => !trial.IsRight)} of {trials.Count - sick.Length} healthy ones ");
        page.Append($"are suspected of something.\n\n{ConfusionTable.Write(trials)}");
    }

    private static string Capital(string title) => char.ToUpperInvariant(title[0]) + title[1..];

    [GeneratedRegex(@"-?\d[\d,.]*\d(e-?\d+)?|\d")]
    private static partial Regex Numbers();
}
