using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A computational graph: picture, legend, and for small ones the chain rule step by step.</summary>
internal sealed class GraphView(GraphSnapshot graph, IReadOnlyDictionary<long, string> names) : View
{
    private const int LongestAlternative = 200;

    private readonly GraphReading reading = new(graph, names);
    private DrawnGraph? drawn;

    private string Words => $"Computational graph of {reading.Title}";

    private DrawnGraph Drawn => drawn ??= new DrawnGraph(reading, Alternative());

    /// <inheritdoc/>
    public override string Title => reading.Title == "graph" ? "graph" : $"graph of {reading.Title}";

    /// <inheritdoc/>
    public override Scene Picture => Drawn.Drawing.Scene;

    /// <inheritdoc/>
    public override string ToHtml() => ToHtml(RenderToken.New());

    /// <inheritdoc/>
    public override string ToHtml(string token)
    {
        var parts = ChainRule.Of(reading);
        var sums = ChainRule.WithinSums(parts);
        return PageDetail.Page(
            reading.Graph.Nodes.Count, sums.Count, detail => Page(token, detail.Parts ? parts : sums, detail));
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

    private string Page(string token, IReadOnlyList<BackwardStep> steps, PageDetail detail)
    {
        var hasFolds = reading.Nodes.Any(node => node.Fold is not null);
        var rules = GraphSheet.Rules(hasFolds, Math.Min(steps.Count, detail.Steps));
        var card = new HtmlCard(Words, reading.Title, reading.Summary, rules: rules);

        // A third is for steps, table and style.
        var room = PageDetail.Room(reading.Graph.Nodes.Count) * 2 / 3;
        var plot = new GraphPlot(token, room, detail.Ranges);
        var lights = new StepLights(steps.Take(detail.Steps));
        card.Plot(plot.Of(Drawn, lights));
        WriteLegend(card);
        StepList.Write(card, new StepText(reading, detail.Norms), steps, detail.Steps, token);
        NodeTable.Write(card, reading);
        return card.ToString();
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
        card.OpenSection().Run(new TextRun(Role.Mute, "→ forward value"), apart).Raw(" ");
        if (hasGradients)
        {
            var factor = reading.Edges.Any(edge => edge.LocalDerivative is not null) ? ", × local derivative" : "";
            card.Run(new TextRun(Role.Gradient, $"← gradient{factor} (width: log of its size)"), apart).Raw(" ");
            if (reading.Nodes.Any(node => node.Fold is { Gradients.Count: > 0 }))
            {
                card.Run(new TextRun(Role.Gradient, "▂▄▆ gradients in a fold, first to last (log)"), apart).Raw(" ");
            }

            if (reading.Edges.Any(edge => edge.CarriesGradient && GradientScale.Breaks(edge)))
            {
                card.Run(new TextRun(Role.Plain, "⇠ gradient 0, NaN or ∞"), apart).Raw(" ");
            }
        }

        const string joint = "   ";
        var freed = reading.Nodes.Any(node => node.Node.Freed) ? $"{joint}∅ saved values freed" : "";
        var kinds = $"▌ parameter{joint}▢ operation{joint}┅ constant{joint}■ root{freed}";
        card.Run(new TextRun(Role.Mute, HtmlCard.KeepTogether(kinds, joint)), apart + ";white-space:pre-wrap").Raw(" ");
        if (reading.OmittedNote is { } note)
        {
            card.Run(new TextRun(Role.Plain, note, IsBold: true), apart);
        }

        card.Close();
    }
}
