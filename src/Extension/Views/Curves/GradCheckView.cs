using System.Globalization;
using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Derivatives against differences: the verdict, the worst entry in numbers, all of them as points.</summary>
internal sealed class GradCheckView(GradCheckReport report) : View
{
    private const int LongestWords = 2000;
    private const string KeepsBlanks = "white-space:pre-wrap;";

    private readonly int differing = report.Entries.Count(entry => !report.Agrees(entry));

    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => "gradcheck";

    /// <inheritdoc/>
    public override Scene? Picture =>
        report.Compared == 0 ? null : picture ??= GradCheckPicture.Of(report, $"{Title}: {Summary}");

    private string Summary => string.Join(" · ", new[]
    {
        report.Passed ? "✓ passed" : "✗ failed",
        NumberText.Count(report.Compared, "derivative"),
        differing > 0 ? $"{NumberText.Count(differing)} differ" : "",
        $"step {NumberText.Of(report.Step)}",
    }.Where(part => part.Length > 0));

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard);
        if (Picture is { } scene)
        {
            card.Picture(scene, $"{scene.Title}. {string.Join("; ", Numbers().Select(line => line.Text))}");
        }

        card.OpenSection().Raw("<div>").Run(new TextRun(Role.Plain, Words), KeepsBlanks).Close();
        foreach (var line in Numbers())
        {
            card.Raw("<div>").Run(line, HtmlCard.Mono + KeepsBlanks).Close();
        }

        return card.Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join(
        '\n', [$"{Title}: {Summary}", Words, .. Numbers().Select(line => line.Text)]);

    private string Words => PlainName.Of(report.Detail, LongestWords) is { } detail
        ? $"{Meaning(report.Diagnosis)}: {detail}"
        : Meaning(report.Diagnosis);

    private IEnumerable<TextRun> Numbers()
    {
        if (report.Worst is not { } worst)
        {
            yield break;
        }

        var mode = worst.IsForward ? "forward" : "reverse";
        var apart = NumberText.Of(Math.Abs(worst.Analytic - worst.Numeric));
        yield return new TextRun(Role.Plain, $"{(report.Passed ? "nearest to failing" : "worst")}: {worst.Name}");
        yield return new TextRun(Role.Gradient, $"  by {mode} mode    {Exactly(worst.Analytic)}");
        yield return new TextRun(Role.Forward, $"  by differences     {Exactly(worst.Numeric)}");
        yield return new TextRun(
            report.Agrees(worst) ? Role.Mute : Role.Plain,
            $"  apart {apart}, where {NumberText.Of(report.Tolerance(worst))} is tolerated");
    }

    /// <summary>A number with so many digits that two which differ look different.</summary>
    private static string Exactly(double value) => double.IsFinite(value)
        ? value.ToString("G10", CultureInfo.InvariantCulture).Replace('-', '−').Replace("E", "e")
        : NumberText.Of(value);

    private static string Meaning(GradCheckDiagnosis diagnosis) => diagnosis switch
    {
        GradCheckDiagnosis.Agreement => "agreement",
        GradCheckDiagnosis.WrongDerivative => "wrong derivative",
        GradCheckDiagnosis.Kink => "kink",
        GradCheckDiagnosis.SinglePrecision => "single precision",
        GradCheckDiagnosis.InPlace => "changed in place",
        GradCheckDiagnosis.NonDeterminism => "not deterministic",
        GradCheckDiagnosis.NotFinite => "not finite",
        _ => "undiagnosed",
    };
}
