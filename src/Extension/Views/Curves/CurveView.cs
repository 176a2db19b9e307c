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
        return new HtmlCard(label, Title, reading.Summary, WidestCard)
            .Picture(Picture, string.Join("; ", reading.Lines.Prepend(label)))
            .Section(reading.Lines.Select(line => new TextRun(Role.Plain, line)), HtmlCard.Mono)
            .ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        var lines = reading.Lines.Select((line, series) =>
            $"{CurveDiagram.Signs[series % CurveDiagram.Signs.Length]} {line}");
        return string.Join('\n', [$"{Title}: {reading.Summary}", CurveDiagram.Of(reading), .. lines]);
    }
}
