using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A computational graph: picture, legend, and for small ones the chain rule step by step.</summary>
internal sealed class GraphView(GraphSnapshot graph, IReadOnlyDictionary<long, string> names) : View
{
    private const int LongestAlternative = 900;

    private readonly GraphReading reading = new(graph, names);
    private GraphDrawing? drawing;

    /// <inheritdoc/>
    public override string Title => reading.Title == "graph" ? "graph" : $"graph of {reading.Title}";

    /// <inheritdoc/>
    public override Scene Picture => (drawing ??= GraphPicture.Of(reading)).Scene;

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard(Picture.Title, reading.Title, reading.Summary).Picture(Picture, Alternative());
        WriteLegend(card);
        WriteSteps(card);
        return card.Spoken($"Nodes of the {Title}, operands first", reading.Nodes.Select(Words)).ToString();
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
        var text = $"{Picture.Title}. {GraphLines.Of(reading).Replace("\n", "; ")}";
        return text.Length <= LongestAlternative ? text : PlainName.Of(text, LongestAlternative)!;
    }

    private static string Words(ReadNode node)
    {
        var operands = node.Operands.Count == 0
            ? ""
            : $" from {string.Join(" and ", node.Operands.Select(edge => edge.From.Term.Text))}";
        return NodeWords.Of(node) + operands;
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

    private void WriteSteps(HtmlCard card)
    {
        var steps = ChainRule.Of(reading);
        if (steps.Count == 0)
        {
            return;
        }

        card.OpenSection(HtmlCard.Mono)
            .Raw("<ol aria-label=\"chain rule\" style=\"margin:0;padding:0 0 0 30px\">");
        foreach (var step in steps)
        {
            card.Raw("<li class=\"nbgrad-e\" style=\"padding:3px 0 3px 6px;border-bottom:1px solid #e6eaee\">")
                .Line(step)
                .Close("li");
        }

        card.Close("ol").Close();
    }
}
