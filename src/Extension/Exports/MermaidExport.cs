using System.Globalization;
using System.Text;
using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Exports;

/// <summary>Writes a graph as a Mermaid flowchart.</summary>
internal static class MermaidExport
{
    private const string WordJoiner = "#8288;";

    private static readonly Colours Colours = Colours.Light;

    /// <summary>The document.</summary>
    public static string Of(GraphReading reading)
    {
        var chart = new StringBuilder("flowchart LR\n");
        var modules = new ModuleOutline(reading);
        AddNodes(modules.Outside);
        foreach (var (module, opens) in modules.Steps())
        {
            if (!opens)
            {
                chart.Append("  end\n");
                continue;
            }

            chart.Append($"  subgraph m{module} [\"{Escaped(modules.Name(module))}\"]\n  direction LR\n");
            AddNodes(modules.Nodes(module));
        }

        var numbers = reading.Nodes.Index().ToDictionary(node => node.Item, node => node.Index);
        var gradients = new List<int>();
        foreach (var (index, edge) in reading.Edges.Index())
        {
            var arrow = edge.From.Node.Kind == GraphNodeKind.Constant ? "-.->" : "-->";
            var label = NodeLabel.Factor(reading, edge) is { } factor ? $"|\"{Escaped(factor)}\"|" : "";
            chart.Append(
                CultureInfo.InvariantCulture, $"  n{numbers[edge.From]} {arrow}{label} n{numbers[edge.To]}\n");
            if (NodeLabel.HasGradient(reading, edge))
            {
                gradients.Add(index);
            }
        }

        // Not "root", which is a class of Mermaid's own.
        chart.Append($"  classDef parameter {Style(Colours.ForwardSoft, Colours.Forward, Colours.Ink)}\n")
            .Append($"  classDef constant {Style(Colours.Soft, Colours.Mute, Colours.Ink)},stroke-dasharray:4 3\n")
            .Append($"  classDef operation {Style(Colours.Ground, Colours.Mute, Colours.Ink)}\n")
            .Append($"  classDef result {Style(Colours.RootGround, Colours.Mute, Colours.RootInk)}\n")
            .Append($"  linkStyle default stroke:{Colours.Mute}\n");
        if (reading.Frames.Count > 0)
        {
            chart.Append($"  classDef module {Style(Colours.Soft, Colours.Line, Colours.Ink)}\n")
                .Append($"  class {string.Join(',', reading.Frames.Select((_, frame) => $"m{frame}"))} module\n");
        }

        if (gradients.Count > 0)
        {
            chart.Append($"  linkStyle {string.Join(',', gradients)} stroke:{Colours.Gradient}\n");
        }

        return chart.ToString();

        void AddNodes(IEnumerable<int> places)
        {
            foreach (var place in places)
            {
                var node = reading.Nodes[place];
                var label = string.Join("<br/>", NodeLabel.Lines(node).DefaultIfEmpty(" ").Select(Escaped));
                var (open, close, kind) = Look(node);
                chart.Append(CultureInfo.InvariantCulture, $"  n{place}{open}\"{label}\"{close}:::{kind}\n");
            }
        }
    }

    private static (string Open, string Close, string Kind) Look(ReadNode node) => node switch
    {
        { IsRoot: true } => ("([", "])", "result"),
        { Fold: not null } => ("[[", "]]", "operation"),
        { Node.Kind: GraphNodeKind.Parameter } => ("[", "]", "parameter"),
        { IsOperation: false } => ("[", "]", "constant"),
        _ => ("(", ")", "operation"),
    };

    private static string Style(string fill, string stroke, string ink) =>
        $"fill:{fill},stroke:{stroke},color:{ink}";

    /// <summary>Writes by its number what Mermaid, Markdown or HTML could take for a sign of its own.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var (index, sign) in text.Index())
        {
            var isDigitNext = index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]);
            var isPlain = !char.IsAscii(sign) || char.IsAsciiLetterOrDigit(sign) || sign is ' ' or ','
                || (sign == '.' && isDigitNext);
            escaped.Append(isPlain ? sign : $"#{(int)sign};");

            // Else \n would end a line; a word joiner is not seen.
            escaped.Append(sign == '\\' ? WordJoiner : "");
        }

        return escaped.ToString();
    }
}
