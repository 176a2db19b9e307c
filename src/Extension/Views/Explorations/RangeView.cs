using NotebookGrad.Exploration;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A range of learning rates: losses over rates, and the rate to begin with.</summary>
internal sealed class RangeView(LearningRateRange range) : View
{
    private readonly RangeReading reading = new(range);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => "learning-rate range";

    /// <inheritdoc/>
    public override Scene? Picture => range.Rates.Count == 0
        ? null
        : picture ??= RangePicture.Of(reading, $"{Title}: {reading.Summary}. {string.Join("; ", reading.Findings)}");

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {reading.Summary}", Title, reading.Summary, WidestCard);
        if (Picture is { } scene)
        {
            card.Picture(scene, scene.Title);
        }

        return card.Section(reading.Findings.Select((line, index) => new TextRun(Role.Plain, line, IsBold: index == 0)))
            .ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {reading.Summary}",
        .. Picture is null ? [] : new[] { CurveDiagram.Of(reading.Curve) },
        $"{CurveDiagram.Signs[0]} loss, average  {CurveDiagram.Signs[1]} each step",
        .. reading.Findings,
    ]);
}
