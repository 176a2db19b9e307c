using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Gradients by layer as they are now, and what keeps the network from learning.</summary>
internal sealed class FlowView(FlowSnapshot flow) : View
{
    /// <summary>The most layers of a picture.</summary>
    public const int MostRows = 48;

    private readonly FlowReading reading = new(flow, MostRows);
    private Scene? picture;

    /// <inheritdoc/>
    public override string Title => $"gradient flow of {reading.Model}";

    /// <inheritdoc/>
    public override Scene? Picture =>
        reading.Last is { } last ? picture ??= LayerPicture.Of(reading, last, Alternative()) : null;

    private string Summary => string.Join(" · ", new[]
    {
        reading.Last is { } last ? $"step {NumberText.Count(last.LastStep)} of {NumberText.Count(flow.Steps)}" : "",
        reading.Count,
        reading.Verdict,
    }.Where(part => part.Length > 0));

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard);
        if (Picture is not { } scene)
        {
            return card.OpenSection().Run(new TextRun(Role.Plain, FlowReading.Waiting)).Close().ToString();
        }

        Scene?[] pictures = [scene, LossPicture.Of(reading)];
        card.Pictures(pictures.OfType<Scene>());
        FlowFindings.WriteTo(card, flow.Findings)
            .OpenSection("overflow-x:auto;").Raw("<details><summary>layer by layer</summary>");
        return LayerTable.Of(reading, reading.Last!).WriteTo(card).Close("details").Close().ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {Summary}",
        .. reading.Last is { } last ? LayerTable.Lines(reading, last) : [FlowReading.Waiting],
        .. FlowFindings.Lines(flow.Findings),
    ]);

    private string Alternative()
    {
        var means = reading.Rows.Select(row => (row.Label, Size: row.Layer.Gradient(reading.Last!)?.Mean ?? double.NaN))
            .Where(row => double.IsFinite(row.Size))
            .ToArray();
        var (first, last) = (means.FirstOrDefault(), means.LastOrDefault());
        var ends = means.Length == 0 ? "no gradient that is finite"
            : $"mean size of the gradient from {NumberText.Short(first.Size)} at {first.Label} "
                + $"to {NumberText.Short(last.Size)} at {last.Label}";
        return $"{Title}: {Summary}; {ends}; {FlowFindings.Titles(flow.Findings)}";
    }
}
