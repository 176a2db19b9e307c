using NotebookGrad.Exploration;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Which units answer which share of inputs: a cell a unit, and a table of the layers.</summary>
internal sealed class ActivityView(UnitActivity activity) : View
{
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => "active units";

    /// <inheritdoc/>
    public override Scene? Picture => activity.Units == 0
        ? null
        : picture ??= ActivityPicture.Of(activity, $"{Title}: {Summary}. {string.Join("; ", Sentences)}");

    private string Summary => ActivityWords.Dead(activity.Dead, activity.Units);

    private IEnumerable<LayerActivity> Layers => activity.Layers.Take(ActivityPicture.MostLayers);

    private IEnumerable<string> Sentences => Layers.Select(layer =>
        $"{Name(layer)}: {ActivityWords.Dead(layer)}, {NumberText.Count(layer.Always)} all inputs, on average "
        + ActivityWords.Percent(layer.Mean));

    private string? More => activity.Layers.Count > ActivityPicture.MostLayers
        ? $"{NumberText.Count(activity.Layers.Count - ActivityPicture.MostLayers)} more layers are not shown"
        : null;

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard);
        if (Picture is { } scene)
        {
            card.Picture(scene, scene.Title)
                .OpenSection()
                .Run(new TextRun(Role.Mute, "✕ no input, so that no gradient comes back · the bluer, the more inputs"))
                .Close()
                .OpenSection("overflow-x:auto;");
            Table.WriteTo(card).Close();
        }

        return (More is { } more ? card.OpenSection().Run(new TextRun(Role.Mute, more)).Close() : card).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {Summary}",
        .. Sentences,
        .. More is { } more ? [more] : Array.Empty<string>(),
    ]);

    private Table Table => new(
        ["layer", "units", "no input", "all inputs", "on average", "inputs"],
        [
            .. Layers.Select(layer => new[]
            {
                new TextRun(Role.Plain, Name(layer), IsBold: true),
                new TextRun(Role.Plain, NumberText.Count(layer.Active.Count)),
                new TextRun(Role.Plain, NumberText.Count(layer.Dead), IsBold: layer.Dead > 0),
                new TextRun(Role.Plain, NumberText.Count(layer.Always)),
                new TextRun(Role.Forward, ActivityWords.Percent(layer.Mean)),
                new TextRun(Role.Mute, NumberText.Count(layer.Inputs)),
            }),
        ],
        1,
        2,
        3,
        4,
        5);

    private static string Name(LayerActivity layer) => PlainName.Of(layer.Name) ?? "layer";
}
