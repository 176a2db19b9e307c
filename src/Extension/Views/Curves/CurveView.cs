using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Numbers over equal steps: lines with axes, and each line's last, least and greatest number.</summary>
internal sealed class CurveView(Curve curve) : View
{
    private const int MostTicks = 7;

    private readonly CurveReading reading = new(curve, MostTicks);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => reading.Title;

    /// <inheritdoc/>
    public override Scene Picture => picture ??= CurvePicture.Of(reading);

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var label = $"curve of {Picture.Title}";
        var card = new HtmlCard(label, Title, reading.Summary, WidestCard)
            .Picture(Picture, string.Join("; ", reading.Lines.Prepend(label)))
            .OpenSection();
        foreach (var line in reading.Lines)
        {
            card.Raw("<div>").Run(new TextRun(Role.Plain, line), HtmlCard.Mono).Close();
        }

        return card.Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        var lines = reading.Lines.Select((line, series) =>
            $"{CurveDiagram.Signs[series % CurveDiagram.Signs.Length]} {line}");
        return string.Join('\n', [$"{Title}: {reading.Summary}", CurveDiagram.Of(reading), .. lines]);
    }
}
