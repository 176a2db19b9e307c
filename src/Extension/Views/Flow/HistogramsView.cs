using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>How gradients, weights or activations were distributed over time: ridges of histograms by layer.</summary>
internal sealed class HistogramsView : View
{
    private const int MostLayers = 12;
    private const string Heights = " ▁▂▃▄▅▆▇█";

    private readonly FlowHistograms histograms;
    private readonly FlowReading reading;
    private readonly RidgeReading[] layers;
    private readonly string quantity;
    private Scene? picture;

    /// <summary>The view of some histograms.</summary>
    public HistogramsView(FlowHistograms histograms)
    {
        this.histograms = histograms;
        reading = new(histograms.Flow, MostLayers);
        layers = [.. reading.Rows.Select(row => new RidgeReading(row, histograms))];
        quantity = histograms.Quantity switch
        {
            FlowQuantity.Weights => "weights",
            FlowQuantity.Activations => "activations",
            _ => "gradients",
        };
    }

    /// <inheritdoc/>
    public override string Title => $"{quantity} of {reading.Model} over time";

    /// <inheritdoc/>
    public override Scene? Picture => reading.Last is null || layers.Length == 0
        ? null
        : picture ??= RidgePicture.Of(layers, Role, $"{Title}: {Summary}; {string.Join("; ", layers.Select(Words))}");

    private Role Role => histograms.Quantity == FlowQuantity.Gradients ? Role.Gradient : Role.Parameter;

    private string Summary
    {
        get
        {
            long[] steps = [.. layers.SelectMany(layer => layer.Ridges).Select(ridge => ridge.Step)];
            return steps.Length == 0
                ? $"{reading.Count} · no histogram yet"
                : $"{reading.Count} · step {NumberText.Count(steps.Min())} at the back, "
                    + $"{NumberText.Count(steps.Max())} in front";
        }
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"{Title}: {Summary}", Title, Summary, WidestCard);
        return Picture is null
            ? card.OpenSection().Run(new TextRun(Role.Plain, FlowReading.Waiting)).Close().ToString()
            : card.Pictures(layers.Select(layer => RidgePicture.Of(layer, Role, Words(layer)))).ToString();
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join('\n',
    [
        $"{Title}: {Summary}",
        .. Picture is null ? [FlowReading.Waiting] : layers.SelectMany(Lines),
    ]);

    private static string Words(RidgeReading layer) => layer.Ridges.Count == 0
        ? $"{layer.Label}: nothing known"
        : $"{layer.Label}: from {NumberText.Short(-layer.Extent)} to {NumberText.Short(layer.Extent)} "
            + $"in {NumberText.Count(layer.Ridges.Count, "histogram")}";

    /// <summary>The first and the last histogram of a layer.</summary>
    private static IEnumerable<string> Lines(RidgeReading layer)
    {
        yield return $"  {Words(layer)}";
        foreach (var (step, heights) in layer.Ridges.Where((_, index) => index == 0 || index == layer.Ridges.Count - 1))
        {
            var bars = heights.Select(height => Heights[(int)Math.Ceiling(height * (Heights.Length - 1))]);
            yield return $"  │{string.Concat(bars)}│ step {NumberText.Count(step)}";
        }
    }
}
