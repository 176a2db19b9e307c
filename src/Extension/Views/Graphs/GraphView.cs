using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A computational graph: picture, legend, and for small ones the chain rule step by step.</summary>
internal sealed class GraphView(GraphSnapshot graph, IReadOnlyDictionary<long, string> names) : View
{
    private const int LongestAlternative = 200;
    private const int BytesOfNode = 1000;
    private const int MostBytes = 195_000;

    private readonly GraphReading reading = new(graph, names);
    private GraphDrawing? drawing;

    private string Words => $"Computational graph of {reading.Title}";

    private GraphDrawing Drawing => drawing ??= GraphPicture.Of(reading);

    /// <inheritdoc/>
    public override string Title => reading.Title == "graph" ? "graph" : $"graph of {reading.Title}";

    /// <inheritdoc/>
    public override Scene Picture => Drawing.Scene;

    /// <inheritdoc/>
    public override string ToHtml() => ToHtml(RenderToken.New());

    /// <inheritdoc/>
    public override string ToHtml(string token)
    {
        var steps = ChainRule.Of(reading);
        var hasFolds = reading.Nodes.Any(node => node.Fold is not null);
        var rules = GraphSheet.Rules(hasFolds, Math.Min(steps.Count, StepList.MostSteps));
        var card = new HtmlCard(Words, reading.Title, reading.Summary, rules: rules);
        var plot = new GraphPlot(token, Math.Min(MostBytes, BytesOfNode * reading.Graph.Nodes.Count));
        card.Plot(plot.Of(reading, Drawing, Alternative(), new StepLights(steps)));
        WriteLegend(card);
        StepList.Write(card, new StepText(reading), steps, token);
        NodeTable.Write(card, reading);
        return card.ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        string?[] parts =
        [
            $"{reading.Title}: {reading.Summary}",
            "",
            GraphDiagram.Of(reading) ?? GraphLines.Of(reading),
            reading.OmittedNote,
        ];
        return string.Join('\n', parts.Where(part => part is not null));
    }

    private string Alternative()
    {
        var text = $"{Words}. {GraphLines.Of(reading).Replace("\n", "; ")}";
        return text.Length <= LongestAlternative ? text : PlainName.Of(text, LongestAlternative)!;
    }

    private void WriteLegend(HtmlCard card)
    {
        const string apart = "display:inline-block;margin-right:18px";
        var hasGradients = reading.Graph.BackwardDone && reading.Nodes.Any(node => node.Node.Gradient is not null);
        card.OpenSection().Run(new TextRun(Role.Mute, "→ forward value"), apart);
        if (hasGradients)
        {
            var factor = reading.Edges.Any(edge => edge.LocalDerivative is not null) ? ", × local derivative" : "";
            card.Run(new TextRun(Role.Gradient, $"← gradient{factor} (width: log of its size)"), apart);
        }

        var kinds = new TextRun(Role.Mute, "▌ parameter   ▢ operation   ┅ constant   ■ root");
        card.Run(kinds, apart + ";white-space:pre-wrap");
        if (reading.Nodes.Any(node => node.Node.Freed))
        {
            card.Run(new TextRun(Role.Mute, "∅ saved values freed"), apart);
        }

        if (reading.OmittedNote is { } note)
        {
            card.Run(new TextRun(Role.Plain, note, IsBold: true), apart);
        }

        card.Close();
    }
}
