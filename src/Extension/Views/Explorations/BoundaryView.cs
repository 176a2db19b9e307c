using NotebookGrad.Exploration;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A classifier's decisions in a plane: a picture, and how many points of each class are right.</summary>
internal sealed class BoundaryView(DecisionBoundary boundary) : View
{
    private readonly BoundaryReading reading = new(boundary);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => "decision boundary";

    /// <inheritdoc/>
    public override Scene? Picture => boundary.X.Count == 0 || boundary.Y.Count == 0
        ? null
        : picture ??= BoundaryPicture.Of(reading, $"{Title}: {reading.Summary}. {string.Join("; ", reading.Lines)}");

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {reading.Summary}", Title, reading.Summary, WidestCard);
        if (Picture is { } scene)
        {
            var steps = string.Join(" and ", BoundaryReading.Confidences.Select(least => $"{100 * least:0}%"));
            card.Picture(scene, scene.Title)
                .OpenSection()
                .Run(new TextRun(Role.Mute, $"colour: the class decided for, stronger from {steps} probability on"))
                .Close();
        }

        return card.Section(reading.Lines.Select(line => new TextRun(Role.Plain, line))).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {reading.Summary}",
        .. Picture is null ? [] : new[] { BoundaryDiagram.Of(reading) },
        .. reading.Lines,
    ]);
}
