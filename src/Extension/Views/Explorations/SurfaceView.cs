using NotebookGrad.Exploration;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A loss in a plane of weights: a map, and what lies where.</summary>
internal sealed class SurfaceView(LossSurface surface) : View
{
    private readonly SurfaceReading reading = new(surface);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => "loss surface";

    /// <inheritdoc/>
    public override Scene? Picture => !reading.IsPlane
        ? null
        : picture ??= SurfacePicture.Of(reading, $"{Title}: {reading.Summary}. {string.Join("; ", reading.Lines)}");

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {reading.Summary}", Title, reading.Summary, WidestCard);
        if (Picture is { } scene)
        {
            card.Picture(scene, scene.Title);
        }

        return card.Section(reading.Lines.Select(line => new TextRun(Role.Plain, line))).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {reading.Summary}",
        .. Picture is null ? [] : new[] { SurfaceDiagram.Of(reading) },
        .. reading.Lines,
    ]);
}
