using System.Text;
using System.Text.RegularExpressions;
using NotebookGrad.Flow;
using NotebookGrad.Tests.Flow.Suite;

namespace NotebookGrad.Tests.Documents;

/// <summary>
/// The page of <c>docs/diagnosis.md</c>: what may keep a network from learning, and by what it is seen.
/// </summary>
internal static partial class DiagnosisPage
{
    private const int LineLength = 120;

    /// <summary>The page as it should be.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Why a network does not learn

            What `GradientFlow.Watch(model)` finds while a network is trained: `flow.Findings`, the gravest first. Each finding
            names the place, shows what was measured, tells how it comes about, and what would help. Healthy networks have none.

            The tests train networks that are sick, each for a known reason, and networks that are healthy: MLPs, convolutional,
            recurrent and residual ones and transformers, by several optimisers. The rules were made with the first half of them.
            When they first met the other half, they named 59 of its 65 sick networks rightly and suspected none of the 84 healthy
            ones; what was wrong in principle has been mended since. The tests write this page. Its numbers are of one machine:
            rounding differs between processors, and training with it.

            """);
        WriteTable(page, "The networks that the rules were made with", Suites.Known.Value);
        WriteTable(page, "Other networks", Suites.HeldOut.Value);
        foreach (var rule in FlowDiagnosis.Rules)
        {
            var trial = Suites.Known.Value.First(one => one.Subject.Disease == rule.Disease && one.IsRight);
            var finding = trial.Flow.Findings[0];
            page.Append($"\n## {Capital(finding.Title)}\n\n{Wrapped(rule.Criterion)}\n\n");
            var example = $"For example, {trial.Subject.Name}, at `{finding.Place}`: {Line().Replace(finding.Evidence, "")}";
            page.Append($"{Wrapped(example)}\n\n{Wrapped(finding.Mechanism)}\n\nWhat helps:\n\n");
            page.AppendJoin('\n', finding.Remedies.Select(remedy => $"- {remedy}")).Append('\n');
        }

        return page.ToString();
    }

    /// <summary>A page without its numbers, which are of one machine.</summary>
    public static string Words(string page) => Spaces().Replace(Numbers().Replace(page, "#"), " ");

    private static void WriteTable(StringBuilder page, string title, IReadOnlyList<Trial> trials)
    {
        var sick = trials.Where(trial => trial.Subject.Disease is not null).ToArray();
        page.Append($"\n## {title}\n\n{sick.Count(trial => trial.IsRight)} of {sick.Length} sick networks are named rightly, ");
        page.Append($"and {trials.Except(sick).Count(trial => !trial.IsRight)} of {trials.Count - sick.Length} healthy ones ");
        page.Append($"are suspected of something.\n\n{ConfusionTable.Write(trials)}");
    }

    private static string Capital(string title) => char.ToUpperInvariant(title[0]) + title[1..];

    private static string Wrapped(string text)
    {
        var column = 0;
        return string.Concat(text.Split(' ').Select((word, place) =>
        {
            var isNext = place > 0 && column + 1 + word.Length > LineLength;
            column = place == 0 || isNext ? word.Length : column + 1 + word.Length;
            return place == 0 ? word : (isNext ? "\n" : " ") + word;
        }));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Lines are recorded at a bounded rate, so that they are not always there.
    [GeneratedRegex(@" \(\w+\.cs:\d+\)")]
    private static partial Regex Line();

    [GeneratedRegex(@"-?\d[\d,.]*\d(e-?\d+)?|\d")]
    private static partial Regex Numbers();
}
