using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// What keeps a network from learning, below a picture: what, where, what shows it, why, and what helps.
/// </summary>
internal static class FlowFindings
{
    private const int Most = 8;
    private const int MostRemedies = 5;
    private const int LongestPlace = 60;
    private const int LongestSentence = 400;
    private const int LongestRemedy = 160;
    private const string Badge =
        "border:1px solid;border-radius:10px;padding:1px 8px;margin-right:8px;font-weight:600;white-space:nowrap;";

    /// <summary>Writes a section a finding.</summary>
    public static HtmlCard WriteTo(HtmlCard card, IReadOnlyList<FlowFinding> findings)
    {
        foreach (var finding in findings.Take(Most))
        {
            card.OpenSection().Raw("<div>")
                .Run(new TextRun(Role.Gradient, finding.Title), Badge)
                .Line([new TextRun(Role.Plain, Place(finding), IsBold: true), new TextRun(Role.Plain, Rest(finding))])
                .Close()
                .Raw("<div style=\"margin-top:4px\">")
                .Run(new TextRun(Role.Plain, Sentence(finding.Mechanism)))
                .Close();
            if (Remedies(finding) is { } remedies)
            {
                card.Raw("<div style=\"margin-top:4px\">").Run(new TextRun(Role.Plain, remedies)).Close();
            }

            card.Close();
        }

        return findings.Count <= Most ? card : card.OpenSection().Run(new TextRun(Role.Mute, More(findings))).Close();
    }

    /// <summary>The same in lines of text.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<FlowFinding> findings)
    {
        foreach (var finding in findings.Take(Most))
        {
            yield return $"! {finding.Title} · {Place(finding)}{Rest(finding)}";
            yield return $"  {Sentence(finding.Mechanism)}";
            if (Remedies(finding) is { } remedies)
            {
                yield return $"  {remedies}";
            }
        }

        if (findings.Count > Most)
        {
            yield return More(findings);
        }
    }

    /// <summary>What and where, for those who do not see the picture.</summary>
    public static string Titles(IReadOnlyList<FlowFinding> findings) => findings.Count == 0
        ? "nothing found"
        : string.Join(", ", findings.Take(Most).Select(finding => $"{finding.Title} at {Place(finding)}"));

    private static string More(IReadOnlyList<FlowFinding> findings) =>
        $"and {NumberText.Count(findings.Count - Most, "finding")} more";

    private static string Place(FlowFinding finding) => PlainName.EndOf(finding.Place, LongestPlace) ?? "the network";

    private static string Rest(FlowFinding finding) =>
        $", from step {NumberText.Count(finding.Step)} on: {Sentence(finding.Evidence)}";

    private static string? Remedies(FlowFinding finding) => finding.Remedies.Count == 0
        ? null
        : "Try: " + string.Join(
            "; ", finding.Remedies.Take(MostRemedies).Select(one => PlainName.Of(one, LongestRemedy) ?? ""));

    private static string Sentence(string text) => PlainName.Of(text, LongestSentence) ?? "";
}
