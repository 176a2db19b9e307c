using NotebookGrad.Exploration;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Functions of single numbers with their derivatives: a picture each, and a table of what they do.</summary>
internal sealed class ActivationView(ActivationCurves curves) : View
{
    private const int MostPanels = 9;
    private const int MostDiagrams = 3;
    private const int MostTicks = 7;

    private static readonly string Threshold = $"{100 * ActivationCurve.SaturatedBelow:0}% of its maximum";

    private readonly ActivationReading[] readings =
        [.. curves.Curves.Take(MostPanels).Select(curve => new ActivationReading(curve, MostTicks))];

    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => readings.Length == 1 ? readings[0].Name : "activation functions";

    /// <inheritdoc/>
    public override Scene? Picture =>
        readings.Length == 0 ? null : picture ??= ActivationPicture.Of(readings, $"{Title}: {Sentences}");

    private bool IsAlone => readings.Length == 1;

    private string Sentences => string.Join(". ", readings.Select(reading => reading.Sentence));

    private string Summary => curves.Curves.Count > MostPanels
        ? $"f and f′ · {MostPanels} of {NumberText.Count(curves.Curves.Count)} functions"
        : IsAlone ? "f and f′" : $"f and f′ · {NumberText.Count(curves.Curves.Count, "function")}";

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard);
        if (readings.Length == 0)
        {
            return card.ToString();
        }

        var images = ActivationPicture.PartsOf(readings).Select(part =>
            $"<div style=\"display:inline-block;vertical-align:top\">{HtmlImage.Of(part, part.Title)}</div>");
        card.Plot($"<div style=\"overflow-x:auto\">{string.Concat(images)}</div>")
            .OpenSection()
            .Line([
                new TextRun(Role.Forward, "━ value f"), new TextRun(Role.Plain, "\u2003"),
                new TextRun(Role.Gradient, "━ derivative f′, by the engine"), new TextRun(Role.Plain, "\u2003"),
                new TextRun(Role.Mute, $"grey: saturated, |f′| below {Threshold}"),
            ])
            .Close()
            .OpenSection("overflow-x:auto;");
        return Table.WriteTo(card).Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {Summary}",
        .. readings.Length <= MostDiagrams ? readings.Select(reading => CurveDiagram.Of(reading.Lines)) : [],
        .. readings.Length <= MostDiagrams ? [$"{CurveDiagram.Signs[0]} f  {CurveDiagram.Signs[1]} f′"] : new string[0],
        .. readings.Select(reading => reading.Sentence),
    ]);

    private Table Table => new(
        ["function", "|f′| at most", "at x =", $"through {ActivationReading.Layers} layers", "saturated"],
        [
            .. readings.Select(reading => new[]
            {
                new TextRun(Role.Plain, reading.Name, IsBold: true),
                new TextRun(Role.Gradient, reading.Steepest),
                new TextRun(Role.Plain, reading.SteepestAt),
                new TextRun(Role.Gradient, reading.Product),
                new TextRun(Role.Plain, Joined(reading.SaturatedWhere, reading.Missing)),
            }),
        ],
        1,
        2,
        3);

    private static string Joined(string where, string missing) => missing.Length > 0 ? $"{where}; {missing}" : where;
}
